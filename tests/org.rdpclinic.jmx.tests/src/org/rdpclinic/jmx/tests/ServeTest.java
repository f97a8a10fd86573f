// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./clinic serve}, asked by a client that is plain JDK, in a process of its own. */
class ServeTest {

    private static final Pattern READY =
            Pattern.compile("Ready: process (\\d+), (service:jmx:rmi:///jndi/rmi://127\\.0\\.0\\.1:(\\d+)/jmxrmi)\n");
    private static final String SCENARIO = "tls-version-mismatch";

    @TempDir
    static Path scratch;

    static Product product;
    static Product.Running clinic;
    static String process;
    static String url;
    static int port;
    static String password;

    @BeforeAll
    static void serve() throws Exception {
        product = Product.copyTo(scratch);
        clinic = product.clinic("serve", "--port", "0");
        clinic.awaitOutput("\n");
        Matcher ready = READY.matcher(Files.readString(clinic.out()));
        assertTrue(ready.matches(), clinic.said());
        process = ready.group(1);
        url = ready.group(2);
        port = Integer.parseInt(ready.group(3));
        password = Files.readString(passwordFile()).strip();
    }

    @AfterAll
    static void end() {
        clinic.process().destroy();
    }

    private static Path passwordFile() {
        return product.home().resolve("jmx/password");
    }

    private static String attached(String... action) throws Exception {
        return asked(List.of("attach", process), action);
    }

    private static String at(String user, String secret, String... action) throws Exception {
        return asked(List.of("url", url, user, secret), action);
    }

    private static String asked(List<String> way, String... action) throws Exception {
        List<String> words = new ArrayList<>(way);
        words.addAll(List.of(action));
        return product.client(words.toArray(String[]::new)).out(0);
    }

    private static void awaitBean(String name, boolean there) throws Exception {
        for (int round = 0; round < 30; round++) {
            if (attached("beans").contains(name + "\n") == there) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(name + (there ? " did not appear" : " did not go"));
    }

    @Nested
    class Beans {

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void sayTheNameAndMeaningOfEveryPartAndAreOfOpenTypes(boolean byAttach) throws Exception {
            String found = byAttach ? attached("check") : at("clinic", password, "check");
            assertTrue(found.matches("checked \\d{2,} beans, \\d{3,} parts\nend\n"), found);
        }

        @Test
        void areThoseOfTheClinicAndOfEachProbe() throws Exception {
            String beans = attached("beans");
            assertTrue(beans.contains("org.rdpclinic:type=Clinic\n"), beans);
            assertTrue(beans.contains("org.rdpclinic:type=Probe,name=tcp-connect\n"), beans);
        }

        @Test
        void ofCasesComeAndGoWithTheirFolders() throws Exception {
            String id = product.clinic("diagnose", "--lab", "healthy", "--json").out(0).replaceAll(
                    "(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
            awaitBean("org.rdpclinic:type=Case,id=" + id, true);
            assertEquals("healthy\nend\n", attached("get", "org.rdpclinic:type=Case,id=" + id, "Verdict"));
            product.clinic("cases", "delete", id).out(0);
            awaitBean("org.rdpclinic:type=Case,id=" + id, false);
        }
    }

    @Nested
    class Diagnoses {

        @Test
        void areHeardToTheEndAndSayTheSameAsTheCommandLine() throws Exception {
            String told = at("clinic", password, "demonstrate", SCENARIO);
            assertTrue(told.contains("\nregistered true\n"), told);
            assertTrue(told.contains("\nverdict problem\ncause " + SCENARIO + " named\n"), told);
            List<String[]> heard = told.lines().filter(line -> line.startsWith("heard "))
                    .map(line -> line.split(" ")).toList();
            assertEquals(Set.of("org.rdpclinic.case.started", "org.rdpclinic.case.progress",
                    "org.rdpclinic.case.observed", "org.rdpclinic.case.probe.ended", "org.rdpclinic.case.concluded"),
                    heard.stream().map(words -> words[2]).collect(Collectors.toSet()));
            assertEquals("org.rdpclinic.case.started", heard.getFirst()[2]);
            List<Long> numbers = heard.stream().map(words -> Long.valueOf(words[1])).toList();
            assertEquals(List.copyOf(new TreeSet<>(numbers)), numbers);
            String json = told.substring(told.indexOf("\njson\n") + 6, told.lastIndexOf("end\n"));
            assertEquals(CaseComparison.steady(product.clinic("diagnose", "--lab", SCENARIO, "--json").out(1)),
                    CaseComparison.steady(json));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "diagnose | a b | 0x904 | 7 | a host",
            "diagnose | host.example:99999 | 0x904 | 7 | 99999",
            "diagnose | host.example | nonsense | 7 | nonsense",
            "explain | nonsense | 7 | | nonsense"})
        void refuseBadInputByAnExceptionOfTheJdkWithOneSentence(String operation, String first, String second,
                String third, String names) throws Exception {
            String answer = third == null ? attached("call", operation, first, second)
                    : attached("call", operation, first, second, third);
            assertTrue(answer.startsWith("java.lang.IllegalArgumentException: "), answer);
            assertTrue(answer.contains(names), answer);
            assertEquals(2, answer.lines().count(), answer);
        }

        @Test
        void explainCodes() throws Exception {
            assertTrue(attached("call", "explain", "0x904", "0x7").startsWith("0x904 with extended 0x7"));
            assertTrue(attached("call", "explainJson", "0x904", "").startsWith("{"));
        }
    }

    @Nested
    class ThePort {

        @Test
        void refusesWhoHasNoPasswordOrAWrongOne() throws Exception {
            assertEquals("refused: The user or the password is wrong.\nend\n", at("clinic", "wrong", "beans"));
            assertEquals("refused: The user or the password is wrong.\nend\n", at("root", password, "beans"));
            assertTrue(at("", "", "beans").startsWith("refused: The clinic asks for the user"));
        }

        @Test
        void takesNoObjectIntoItsRegistryFromOutside() throws Exception {
            Registry registry = LocateRegistry.getRegistry("127.0.0.1", port);
            assertThrows(RemoteException.class, () -> registry.rebind("jmxrmi", registry));
            assertEquals(List.of("jmxrmi"), List.of(registry.list()));
        }

        @Test
        void isFoundAgainAfterALocalProgramTookItOutOfTheRegistry() throws Exception {
            Registry registry = LocateRegistry.getRegistry("127.0.0.1", port);
            registry.unbind("jmxrmi");
            for (int round = 0; round < 100 && registry.list().length == 0; round++) {
                Thread.sleep(100);
            }
            assertTrue(at("clinic", password, "beans").contains("type=Clinic"));
        }

        @Test
        void isTheOnlyOneAndOnLoopbackAlone() throws Exception {
            // A clinic that nobody attached to: the JDK opens a port of its own for that.
            Product.Running fresh = product.clinic("serve", "--port", "0");
            try {
                fresh.awaitOutput("\n");
                Matcher ready = READY.matcher(Files.readString(fresh.out()));
                assertTrue(ready.matches(), fresh.said());
                String open = Integer.toHexString(Integer.parseInt(ready.group(3))).toUpperCase();
                String asked = product.client("url", ready.group(2), "clinic", password, "beans").out(0);
                assertTrue(asked.contains("type=Clinic"), asked);
                assertEquals(Set.of("127.0.0.1:" + open), listening(ready.group(1)));
            } finally {
                fresh.process().destroy();
            }
        }

        /** The listening TCP sockets of a process, as Linux tells them. */
        private Set<String> listening(String of) throws IOException {
            Set<String> sockets = new TreeSet<>();
            try (var files = Files.list(Path.of("/proc", of, "fd"))) {
                for (Path file : files.toList()) {
                    sockets.add(link(file).replaceAll("socket:\\[(\\d+)]", "$1"));
                }
            }
            Set<String> found = new TreeSet<>();
            for (String table : List.of("tcp", "tcp6")) {
                for (String line : Files.readAllLines(Path.of("/proc", of, "net", table))) {
                    String[] words = line.strip().split("\\s+");
                    if (words[3].equals("0A") && sockets.contains(words[9])) {
                        found.add(words[1].replaceAll("^(0000000000000000FFFF0000)?0100007F:", "127.0.0.1:"));
                    }
                }
            }
            return found;
        }

        private String link(Path file) {
            try {
                return Files.readSymbolicLink(file).toString();
            } catch (IOException closed) {
                return "";
            }
        }

        @Test
        void hasAPasswordThatOnlyItsOwnerCanReadAndThatIsNeverTold() throws Exception {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())));
            assertTrue(password.length() >= 32);
            assertFalse(clinic.said().contains(password));
            assertTrue(clinic.said().contains(passwordFile().toString()), clinic.said());
        }
    }

    @Nested
    class TheEnd {

        @ParameterizedTest
        @CsvSource({"INT,130", "TERM,143"})
        void bySignalKeepsTheCaseThatRuns(String signal, int status) throws Exception {
            Product.Running ending = product.clinic("serve");
            ending.awaitOutput("\n");
            String ready = Files.readString(ending.out());
            assertTrue(ready.matches("Ready: process \\d+\n"), ready);
            String id = product.client("attach", Long.toString(ending.process().pid()), "call", "demonstrate",
                    "port-filtered").out(0).lines().findFirst().orElseThrow();
            new ProcessBuilder("kill", "-" + signal, Long.toString(ending.process().pid())).start().waitFor();
            assertEquals(ready, ending.out(status));
            String kept = product.clinic("show", id, "--json").out(0);
            assertTrue(kept.contains("\"client.profile\""), kept);
        }
    }
}
