// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code clinic} of the product, in a copy of it whose path has blanks and an umlaut. */
class ProductScriptTest {

    private static final String[] AWKWARD = {"-clean", "-data", "a folder", "-nl", "de", "-console", "-debug", "-os",
        "win32", "-name", "x", "--", "-clean", "", "*", "?", "~", "$HOME", "`id`", "a  b", " ", "\"", "'", "\\",
        "a\\\"b", ":", "::x", "grüße", "漢字", "𝄞", "--set", "a=b", "%PATH%", "!", "&", "|", ">", "line\nline",
        "--launcher.appendVmargs", "-vmargs"};

    @TempDir
    static Path scratch;

    static Path product;
    static Path script;
    static Shell shell;

    @BeforeAll
    static void copyTheProduct() throws IOException {
        product = scratch.resolve("RDP Clinic für alle");
        Product.copyWithEchoTo(product);
        script = product.resolve("clinic");
        shell = new Shell(scratch);
        assertEquals("", shell.run(script).err());
    }

    private static List<String> encoded(String... arguments) {
        return Arrays.stream(arguments).map(a -> URLEncoder.encode(":" + a, StandardCharsets.UTF_8)).toList();
    }

    private static Object[] command(Object first, String... arguments) {
        List<Object> words = new ArrayList<>(List.of(first));
        words.addAll(List.of(arguments));
        return words.toArray();
    }

    private static void reachesTheApplication(Shell.Result result, String... arguments) {
        assertAll(
                () -> assertEquals("", result.err()),
                () -> assertEquals(encoded(arguments), result.lines()),
                () -> assertEquals(0, result.status()));
    }

    @Nested
    class Arguments {

        @Test
        void reachTheApplicationExactly() {
            reachesTheApplication(shell.run(command(script, AWKWARD)), AWKWARD);
        }

        @Test
        void reachTheApplicationExactlyInALocaleWithoutCharactersBeyondAscii() {
            reachesTheApplication(shell.with("LC_ALL", "C").run(command(script, AWKWARD)), AWKWARD);
            reachesTheApplication(shell.with("LANG", "").run(command(script, AWKWARD)), AWKWARD);
        }

        @Test
        void mayBeNone() {
            reachesTheApplication(shell.run(script));
        }

        @Test
        void areNotTakenFromTheVariableOfTheWindowsScript() {
            reachesTheApplication(shell.with("RDPCLINIC_COMMAND_LINE", "other").run(script, "a"), "a");
        }
    }

    @Nested
    class Places {

        @Test
        void startsFromAnotherFolder() {
            reachesTheApplication(shell.in(Path.of("/")).run(script, "a"), "a");
        }

        @Test
        void startsByARelativePath() {
            reachesTheApplication(shell.in(product).run("./clinic", "a"), "a");
            reachesTheApplication(shell.in(product).run("bash", "clinic", "a"), "a");
        }

        @Test
        void startsThroughSymbolicLinks() throws IOException {
            Path links = Files.createDirectories(scratch.resolve("links"));
            Path absolute = Files.createSymbolicLink(links.resolve("absolute"), script);
            Path relative = Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
            reachesTheApplication(shell.run(absolute, "a"), "a");
            reachesTheApplication(shell.run(relative, "a"), "a");
            Shell onPath = shell.with("PATH", links + ":" + System.getenv("PATH"));
            reachesTheApplication(onPath.run("bash", "-c", "relative a"), "a");
        }

        @Test
        void startsAfterItWasMoved() throws IOException {
            Path here = scratch.resolve("before");
            Path there = scratch.resolve("and after");
            Product.copyWithEchoTo(here);
            reachesTheApplication(shell.run(here.resolve("clinic"), "a"), "a");
            Files.move(here, there);
            reachesTheApplication(shell.run(there.resolve("clinic"), "b"), "b");
        }

        @Test
        void keepsItsCacheWithTheUserWhereTheProductCannotBeWritten() throws IOException {
            Path fixed = scratch.resolve("fixed");
            Product.copyWithEchoTo(fixed);
            Files.writeString(fixed.resolve("prepared"), "a file where the folder would be");
            Shell user = shell.with("XDG_CACHE_HOME", scratch.resolve("user's cache").toString());
            reachesTheApplication(user.run(fixed.resolve("clinic"), "a"), "a");
            assertTrue(Files.isDirectory(scratch.resolve("user's cache/rdpclinic")));
            Shell nobody = shell.with("XDG_CACHE_HOME", "/dev/null/nowhere");
            Shell.Result refused = nobody.run(fixed.resolve("clinic"), "a");
            assertEquals(4, refused.status());
            assertEquals(1, refused.err().lines().count(), refused.err());
            assertTrue(refused.err().contains("XDG_CACHE_HOME"), refused.err());
        }
    }

    @Nested
    class Ends {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 130})
        void withTheApplicationsStatus(int status) {
            Shell.Result result = shell.run(script, "exit=" + status);
            assertEquals(status, result.status());
            assertEquals("", result.err());
        }

        @ParameterizedTest
        @ValueSource(strings = {"INT 130", "TERM 143"})
        void bySignals(String signalAndStatus) throws Exception {
            String[] words = signalAndStatus.split(" ");
            Shell.Running running = shell.start(script, "wait");
            running.awaitOutput("wait");
            running.signal(words[0]);
            assertEquals(Integer.parseInt(words[1]), running.end().status());
        }

        @Test
        void leavingNothingBehind() throws Exception {
            List<String> before = Shell.contents(product);
            shell.run(script, "a");
            Shell.Running running = shell.start(script, "wait");
            running.awaitOutput("wait");
            running.signal("KILL");
            running.end();
            assertEquals(before, Shell.contents(product));
            assertEquals(List.of(""), Shell.contents(shell.temporaryFolder()));
        }
    }

    @Nested
    class SideBySide {

        @Test
        void twoFirstStartsDoNotDisturbEachOther() throws IOException {
            Path fresh = scratch.resolve("fresh");
            Product.copyWithEchoTo(fresh);
            Shell.Running one = shell.start(fresh.resolve("clinic"), "1");
            Shell.Running two = shell.start(fresh.resolve("clinic"), "2");
            reachesTheApplication(one.end(), "1");
            reachesTheApplication(two.end(), "2");
            reachesTheApplication(shell.run(fresh.resolve("clinic"), "3"), "3");
        }

        @Test
        void manyRunAtOnce() {
            List<Shell.Running> running = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                running.add(shell.start(script, Integer.toString(i)));
            }
            for (int i = 0; i < 6; i++) {
                reachesTheApplication(running.get(i).end(), Integer.toString(i));
            }
        }
    }

    @Nested
    class Java {

        @Test
        void thatIsTooOldIsPassedOver() throws IOException {
            Path old = scratch.resolve("jdk-17");
            Shell.write(old.resolve("release"), "IMPLEMENTOR=\"Old\"\nJAVA_VERSION=\"17.0.15\"\n");
            Shell.writeScript(old.resolve("bin/java"), "#!/bin/sh\necho an old Java was started >&2\n");
            String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
            reachesTheApplication(shell.with("JAVA_HOME", old.toString()).with("PATH", path).run(script, "a"), "a");
        }

        @Test
        void isFoundOnTheSearchPath() throws IOException {
            Path bin = Files.createDirectories(scratch.resolve("bin"));
            Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
            reachesTheApplication(
                    shell.with("JAVA_HOME", "").with("PATH", bin + ":/usr/bin:/bin").run(script, "a"), "a");
        }
    }

    @Test
    void theClinicItselfTellsItsVersion() throws IOException {
        Path clinic = scratch.resolve("clinic itself");
        Product.copyTo(clinic);
        Shell.Result result = shell.run(clinic.resolve("clinic"), "--version");
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertTrue(result.out().startsWith("RDP Clinic 0.1.0"), result.out());
        Shell.Result unknown = shell.run(clinic.resolve("clinic"), "no-such-command");
        assertEquals(2, unknown.status(), unknown.err());
        assertTrue(unknown.err().contains("no-such-command"), unknown.err());
    }
}
