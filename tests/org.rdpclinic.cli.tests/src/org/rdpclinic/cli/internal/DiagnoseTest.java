// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.cli.internal.terminal.Terminal;
import org.rdpclinic.report.JsonCaseCodec;

class DiagnoseTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    private Case json(String... more) throws Exception {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 0, more.length);
        System.arraycopy(new String[] {"diagnose", "pc.example", "--json"}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        assertEquals(1, shell.run(arguments), shell.err());
        return new JsonCaseCodec().decode(shell.out().getBytes(StandardCharsets.UTF_8), "stdout");
    }

    private ProbeOutcome waits(ProbeRequest request) {
        request.observe(TcpKeys.OUTCOME, "refused", Subject.address("192.0.2.1:3389"));
        while (!request.isCancelled()) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                break;
            }
        }
        return ProbeOutcome.completed();
    }

    @Nested
    class Status {

        @Test
        void aProblemIsOne() {
            assertEquals(1, shell.run("diagnose", "pc.example"));
            assertTrue(shell.out().startsWith("PROBLEM: Remote Desktop to pc.example fails. Remote Desktop switched "
                    + "off"),
                    shell.out());
            assertEquals("", shell.err());
        }

        @Test
        void whatSaysTooLittleIsInconclusive() {
            shell.services.act = Optional.of(request -> ProbeOutcome.failed("It could not look."));
            assertEquals(3, shell.run("diagnose", "pc.example"), shell.out());
            assertTrue(shell.out().startsWith("INCONCLUSIVE: "), shell.out());
        }

        @Test
        void theVerdictInJsonIsTheStatus() throws Exception {
            assertEquals("problem", json().diagnosis().verdict().id());
        }

        @Test
        void anInternalErrorIsFourAndOneSentenceWithTheLog() throws Exception {
            shell.services.broken = Optional.of(new IllegalStateException("inner part"));
            assertEquals(4, shell.run("diagnose", "pc.example"));
            assertEquals("", shell.out());
            assertEquals(1, shell.err().lines().count(), shell.err());
            List<Path> logs;
            try (var files = Files.list(folder.resolve("home/log"))) {
                logs = files.toList();
            }
            assertEquals(1, logs.size());
            assertTrue(shell.err().contains(logs.getFirst().toString()), shell.err());
            assertTrue(Files.readString(logs.getFirst()).contains("inner part"));
        }

        @Test
        void anInterruptKeepsWhatWasFoundAndSaysSo() throws Exception {
            shell.services.act = Optional.of(DiagnoseTest.this::waits);
            CompletableFuture<Integer> status =
                    CompletableFuture.supplyAsync(() -> shell.run("diagnose", "pc.example"));
            shell.services.running.await();
            shell.services.interrupt();
            assertEquals(130, status.get());
            assertEquals("", shell.out());
            assertEquals("Interrupted; what was found so far is kept: ./clinic show pc-example-20261121-0500-1.\n",
                    shell.err());
            shell.services.act = Optional.empty();
            assertEquals(0, shell.run("show", "pc-example-20261121-0500-1", "-v"));
            assertTrue(shell.out().contains("cancelled"), shell.out());
        }

        @Test
        void aTimeoutEndsWithWhatIsKnown() {
            shell.services.act = Optional.of(DiagnoseTest.this::waits);
            int status = shell.run("diagnose", "pc.example", "--timeout", "50ms");
            assertEquals(1, status, shell.err());
            assertTrue(shell.out().contains("The port refuses every connection."), shell.out());
            assertEquals("The time was over after 50 ms; this is what was known then.\n", shell.err());
        }
    }

    @Nested
    class Kept {

        @Test
        void everyCaseIsKeptAndTheTextSaysHowToLookAgain() {
            shell.run("diagnose", "pc.example");
            String id = "pc-example-20261121-0500-1";
            assertTrue(shell.out().endsWith("./clinic show " + id + " -v\n"), shell.out());
            assertEquals(0, shell.run("show", id));
            assertTrue(shell.out().startsWith("PROBLEM: "), shell.out());
        }

        @Test
        void aFolderOfTheUsersOwnIsTaken() {
            Path own = folder.resolve("own cases");
            shell.run("diagnose", "pc.example", "--case", own.toString());
            String path = own.resolve("pc-example-20261121-0500-1").toString();
            assertTrue(shell.out().contains("./clinic show " + path), shell.out());
            assertEquals(0, shell.run("show", path));
            assertEquals(0, shell.run("cases", "--case", own.toString()));
            assertTrue(shell.out().contains("pc-example-20261121-0500-1"));
        }

        @Test
        void whereItCannotBeKeptTheCaseIsShownAllTheSame() throws Exception {
            Path file = Files.createFile(folder.resolve("file"));
            assertEquals(4, shell.run("diagnose", "pc.example", "--case", file.resolve("below").toString()));
            assertTrue(shell.out().startsWith("PROBLEM: "), shell.out());
            assertFalse(shell.out().contains("./clinic show"), shell.out());
            assertEquals(1, shell.err().lines().count(), shell.err());
        }

        @Test
        void aPageIsWritten() throws Exception {
            Path page = folder.resolve("page.html");
            assertEquals(1, shell.run("diagnose", "pc.example", "--html", page.toString()));
            assertTrue(Files.readString(page).contains("<h1>"));
            assertEquals("The page is in " + page + ".\n", shell.err());
            assertEquals(1, shell.run("diagnose", "pc.example", "--quiet", "--html", page.toString()));
            assertEquals("", shell.err());
        }
    }

    @Nested
    class Options {

        @Test
        void whatTheUserSawReachesTheCase() throws Exception {
            Symptom symptom = json("--code", "0x904", "--extended", "7", "--when", "credentials", "--after", "65s",
                    "--since", "2026-11-02T14:30:00Z", "--others", "works", "--by-address", "fails").symptom();
            assertEquals(0x904, symptom.code().getAsLong());
            assertEquals(7, symptom.extended().getAsLong());
            assertEquals(Symptom.Moment.CREDENTIALS, symptom.when().get());
            assertEquals(65, symptom.after().get().toSeconds());
            assertEquals("2026-11-02T14:30:00Z", symptom.since().get().toString());
            assertEquals(Symptom.Answer.WORKS, symptom.others().get());
            assertEquals(Symptom.Answer.FAILS, symptom.byAddress().get());
        }

        @Test
        void anRdpFileGivesTargetAndClient() throws Exception {
            Path file = Files.writeString(folder.resolve("office.rdp"),
                    "full address:s:office.example:3390\r\nenablecredsspsupport:i:0\r\nauthentication level:i:1\r\n");
            assertEquals(1, shell.run("diagnose", "--rdp", file.toString(), "--json"), shell.err());
            Case c = new JsonCaseCodec().decode(shell.out().getBytes(StandardCharsets.UTF_8), "stdout");
            assertEquals("office.example:3390", c.target().address().toString());
            assertFalse(c.client().credSsp());
            assertTrue(c.client().refusesUnprovenServer());
        }

        @Test
        void skippedProbesDoNotRun() throws Exception {
            assertEquals(3, shell.run("diagnose", "pc.example", "--skip", "port"));
            assertEquals(0, shell.services.rounds());
        }

        @Test
        void itIsRepeatedUntilItFails() {
            shell.services.script = List.of("accepted", "accepted", "refused");
            assertEquals(1, shell.run("diagnose", "--lab", "fine", "--until-fails"), shell.err());
            assertEquals(3, shell.services.rounds());
            assertTrue(shell.err().startsWith("It failed in round 3, after "), shell.err());
        }

        @Test
        void theRoundThatWentWellIsEvidenceToo() throws Exception {
            shell.services.script = List.of("accepted", "refused");
            assertEquals(1, shell.run("diagnose", "--lab", "fine", "--until-fails", "--json"), shell.err());
            Case c = new JsonCaseCodec().decode(shell.out().getBytes(StandardCharsets.UTF_8), "stdout");
            assertEquals(List.of("accepted", "refused"), c.observations().of(TcpKeys.OUTCOME)
                    .map(observation -> observation.value().toString()).toList());
            assertEquals(1, c.runs().size());
        }

        @Test
        void itIsRepeatedSoOftenAndNoOftener() {
            shell.services.script = List.of("accepted");
            assertEquals(3, shell.run("diagnose", "--lab", "fine", "--until-fails", "--times", "4"), shell.out());
            assertEquals(4, shell.services.rounds());
            assertTrue(shell.err().startsWith("It did not fail in 4 rounds, "), shell.err());
        }
    }

    @Nested
    class Lab {

        @Test
        void aScenarioIsPlayedAndTheResultSaysSo() {
            assertEquals(1, shell.run("diagnose", "--lab", "rdp-disabled"));
            assertTrue(shell.out().contains("The lab played rdp-disabled; no real host was looked at."), shell.out());
            assertTrue(shell.out().contains("lab.example:41234"), shell.out());
        }

        @Test
        void theDemoTakesTheFirstFaultThatIsACause() {
            assertEquals(1, shell.run("demo"));
            assertTrue(shell.out().contains("The lab played rdp-disabled;"), shell.out());
            assertEquals(1, shell.run("demo", "fine"));
            assertTrue(shell.out().contains("The lab played fine;"), shell.out());
        }

        @Test
        void withoutAHostTheUserIsAskedOnATerminal() {
            shell.terminals = Set.of(Terminal.Stream.IN, Terminal.Stream.OUT);
            shell.typed = "\n";
            assertEquals(1, shell.run("diagnose"));
            assertTrue(shell.err().contains("Which one? [rdp-disabled; q to leave]"), shell.err());
            assertTrue(shell.out().contains("The lab played rdp-disabled;"), shell.out());
            shell.typed = "q\n";
            assertEquals(2, shell.run("diagnose"));
            assertEquals("", shell.out());
        }

        @Test
        void nobodyIsAskedWithoutATerminalOrWithJsonOrWithNoInput() {
            assertEquals(2, shell.run("diagnose"));
            assertTrue(shell.err().startsWith("No host was given: "), shell.err());
            shell.terminals = Set.of(Terminal.Stream.IN, Terminal.Stream.OUT);
            assertEquals(2, shell.run("diagnose", "--json"));
            assertEquals(2, shell.run("diagnose", "--no-input"));
            assertEquals(2, shell.run("diagnose", "--offline", "--no-input"));
            assertTrue(shell.err().contains("no evidence was given"), shell.err());
        }
    }

    @Nested
    class Streams {

        @Test
        void colourFollowsTheTerminalAndTheUsersWish() {
            assertFalse(coloured());
            assertTrue(coloured("--color=always"));
            shell.terminals = Set.of(Terminal.Stream.OUT);
            assertTrue(coloured());
            assertFalse(coloured("--color=never"));
            shell.environment.put("NO_COLOR", "1");
            assertFalse(coloured());
            assertTrue(coloured("--color=always"));
            shell.environment.remove("NO_COLOR");
            shell.environment.put("TERM", "dumb");
            assertFalse(coloured());
        }

        private boolean coloured(String... more) {
            String[] arguments = new String[2 + more.length];
            arguments[0] = "diagnose";
            arguments[1] = "pc.example";
            System.arraycopy(more, 0, arguments, 2, more.length);
            assertEquals(1, shell.run(arguments), shell.err());
            return shell.out().contains("\u001b[");
        }

        @Test
        void progressIsShownOnATerminalAloneAndIsGoneAtTheEnd() {
            shell.run("diagnose", "pc.example");
            assertEquals("", shell.err());
            shell.terminals = Set.of(Terminal.Stream.ERR);
            shell.run("diagnose", "pc.example");
            assertTrue(shell.err().contains("Port check"), shell.err());
            assertTrue(shell.err().endsWith("\r\u001b[K"), shell.err());
            shell.run("diagnose", "pc.example", "--quiet");
            assertEquals("", shell.err());
            shell.environment.put("TERM", "dumb");
            shell.run("diagnose", "pc.example");
            assertEquals("", shell.err());
        }

        @Test
        void theWidthIsTheTerminalsWithinLimits() {
            for (var widths : List.of(new int[] {60, 72}, new int[] {400, 100}, new int[] {80, 80})) {
                shell.environment.put("COLUMNS", Integer.toString(widths[0]));
                shell.run("diagnose", "pc.example");
                int broadest = shell.out().lines().filter(line -> !line.startsWith("More: "))
                        .mapToInt(String::length).max().orElse(0);
                assertTrue(broadest <= widths[1], widths[0] + ": " + broadest);
            }
        }

        @Test
        void aTerminalWithoutUnicodeGetsAscii() {
            shell.charset = StandardCharsets.US_ASCII;
            shell.run("diagnose", "pc.example");
            assertTrue(shell.out().contains("####"), shell.out());
            assertFalse(shell.out().contains("?█"), shell.out());
        }

        @Test
        void aReaderWhoGoesAwayEndsTheOutputQuietly() {
            shell.data = new FailingStream("Broken pipe");
            assertEquals(1, shell.run("diagnose", "pc.example"));
            assertEquals("", shell.err());
        }

        @Test
        void aFullDiskBehindTheOutputIsTold() {
            shell.data = new FailingStream("No space left on device");
            assertEquals(4, shell.run("diagnose", "pc.example"));
            assertEquals("The standard output cannot be written: No space left on device.\n", shell.err());
            shell.data = new ByteArrayOutputStream();
        }

        @Test
        void jsonIsOneDocumentInUtf8AndNothingElse() throws Exception {
            shell.terminals = Set.of(Terminal.Stream.ERR, Terminal.Stream.OUT);
            json("--color=always");
        }
    }
}
