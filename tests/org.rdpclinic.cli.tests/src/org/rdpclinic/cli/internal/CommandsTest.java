// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.cli.internal.command.CommandEntry;

class CommandsTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    static Stream<String> commands() {
        return CommandEntry.ALL.stream().map(CommandEntry::name);
    }

    private String done(String... arguments) {
        assertEquals(0, shell.run(arguments), shell.err());
        return shell.out();
    }

    @Nested
    class Help {

        @ParameterizedTest
        @MethodSource("org.rdpclinic.cli.internal.CommandsTest#commands")
        void everyCommandShowsAnExampleAndItsStatusWithinEightyColumns(String command) {
            String help = done(command, "--help");
            assertTrue(help.startsWith("Usage: ./clinic " + command), help);
            assertTrue(help.contains("\nExamples:\n  "), help);
            assertTrue(help.contains("./clinic " + command), help);
            assertTrue(help.contains("\nExit status: "), help);
            help.lines().forEach(line -> assertTrue(line.length() <= 80 && line.equals(line.stripTrailing()), line));
            assertEquals(help, done("help", command));
        }

        @Test
        void theOverviewNamesEveryCommand() {
            String help = done("--help");
            commands().forEach(command -> assertTrue(help.contains("\n  " + command + " "), command));
            help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
            assertEquals(help, done("help"));
        }

        @Test
        void withoutACommandItGoesToTheErrorStream() {
            assertEquals(2, shell.run());
            assertEquals("", shell.out());
            assertTrue(shell.err().contains("Usage: ./clinic"), shell.err());
        }

        @Test
        void theVersionIsShown() {
            assertEquals("RDP Clinic 0.1.0\n", done("--version"));
            assertEquals("RDP Clinic 0.1.0\n", done("--quiet", "-V"));
        }
    }

    @Nested
    class Lists {

        @Test
        void causesAreListedAndToldOneByOne() {
            assertTrue(done("causes").contains("certificate-expired"));
            String page = done("causes", "certificate-expired");
            assertTrue(page.contains("What it is\n") && page.contains("How it is mended\n"), page);
            page.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }

        @Test
        void everyListIsJsonToo() {
            for (String list : List.of("causes", "probes", "keys", "scenarios", "cases")) {
                assertTrue(done(list, "--json").startsWith("{\n  \"schemaVersion\" : 1,\n  \"" + list + "\" : ["),
                        shell.out());
            }
        }

        @Test
        void probesKeysAndScenariosAreListed() {
            assertTrue(done("probes").contains("Port check"));
            assertTrue(done("probes", "-v").contains("tcp.outcome"));
            assertTrue(done("keys").contains("certificate.not-after"));
            assertTrue(done("scenarios").contains("Switched off"));
            assertTrue(done("scenarios", "-v").contains("Somebody switched it off."));
        }

        @Test
        void casesAreListedAndDeleted() {
            assertEquals("", done("cases"));
            assertTrue(shell.err().startsWith("There are no cases yet"), shell.err());
            shell.run("diagnose", "pc.example");
            shell.run("demo");
            String list = done("cases");
            assertTrue(list.contains("pc-example-20261121-0500-1"), list);
            assertTrue(list.replaceAll("\\s+", " ").contains("Remote Desktop switched off"), list);
            assertTrue(list.contains("(lab)"), list);
            done("cases", "delete", "pc-example-20261121-0500-1", "lab-example-20261121-0500-1");
            assertEquals("", done("cases"));
        }
    }

    @Nested
    class Pages {

        @Test
        void codesAreExplained() {
            String page = done("explain", "0x904", "0x7");
            assertTrue(page.startsWith("0x904"), page);
            page.lines().forEach(line -> assertTrue(line.length() <= 80 && line.equals(line.stripTrailing()), line));
            assertTrue(done("explain", "2308", "--json").startsWith("{"));
        }

        @Test
        void pagesAreWrittenAsHtml() throws Exception {
            Path page = folder.resolve("page.html");
            assertEquals("", done("explain", "0x904", "--html", page.toString()));
            assertTrue(Files.readString(page).contains("<h1>"));
            shell.run("diagnose", "pc.example");
            assertEquals("", done("show", "pc-example-20261121-0500-1", "--html", page.toString()));
            assertTrue(Files.readString(page).contains("pc.example"));
        }

        @Test
        void aCaseIsShownAsTheJsonThatWasKept() throws Exception {
            shell.run("diagnose", "pc.example");
            String kept = Files.readString(folder.resolve("home/cases/pc-example-20261121-0500-1/case.json"));
            assertEquals(kept, done("show", "pc-example-20261121-0500-1", "--json"));
        }

        @Test
        void twoCasesAreCompared() {
            shell.run("diagnose", "pc.example");
            shell.services.script = List.of("accepted");
            shell.run("diagnose", "pc.example");
            String page = done("compare", "pc-example-20261121-0500-1", "pc-example-20261121-0500-2");
            assertTrue(page.startsWith("The cases differ: problem, Remote Desktop switched off on the left"), page);
            assertTrue(page.contains("* tcp.outcome"), page);
        }
    }

    @Test
    void optionsOfAllCommandsMayStandBeforeTheCommand() {
        assertEquals(1, shell.run("--color", "always", "-q", "diagnose", "pc.example"));
        assertTrue(shell.out().contains("\u001b["), shell.out());
    }

    @Test
    void theLabPlaysUntilItIsInterrupted() throws Exception {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> shell.run("lab", "fine", "--port", "4711"));
        while (!shell.err().contains("Ctrl-C ends it.")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        shell.services.interrupt();
        assertEquals(130, status.get());
        assertEquals("Playing fine at 127.0.0.1:4711\n", shell.out());
        assertTrue(shell.err().contains("./clinic diagnose 127.0.0.1:4711"), shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theCompletionIsAScriptThatTheShellCanRead(String name) throws Exception {
        String script = done("completion", name);
        assertTrue(script.contains("rdp-disabled") && script.contains("mstsc-windows-11"), "names are missing");
        Path shellPath = Path.of("/usr/bin", name);
        if (Files.exists(shellPath)) {
            Path file = Files.writeString(folder.resolve("completion"), script, StandardCharsets.UTF_8);
            Process check = new ProcessBuilder(shellPath.toString(), "-n", file.toString())
                    .redirectErrorStream(true).start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, check.waitFor(), said);
        }
    }

    @Test
    void bashCompletesCommandsOptionsAndNames() throws Exception {
        Path bash = Path.of("/usr/bin/bash");
        if (!Files.exists(bash)) {
            return;
        }
        Path file = Files.writeString(folder.resolve("completion"), done("completion", "bash"));
        assertEquals("diagnose", completed(bash, file, "clinic", "diagn"));
        assertEquals("--until-fails", completed(bash, file, "clinic", "diagnose", "--unt"));
        assertEquals("rdp-disabled", completed(bash, file, "clinic", "diagnose", "--lab", "rdp"));
    }

    private static String completed(Path bash, Path script, String... words) throws Exception {
        String run = "source '" + script + "'; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_clinic 2>/dev/null; echo \"${COMPREPLY[*]}\"";
        Process process = new ProcessBuilder(bash.toString(), "-c", run).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }
}
