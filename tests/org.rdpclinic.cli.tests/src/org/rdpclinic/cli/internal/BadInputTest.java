// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    private void refuses(int status, String sentence, String... arguments) {
        assertEquals(status, shell.run(arguments), shell.err());
        assertEquals("", shell.out());
        assertEquals(sentence + "\n", shell.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            diagnose x:70000 | Port 70000 does not exist: ports run from 1 to 65535.
            diagnose x:rdp | 'rdp' is not a port: ports are numbers from 1 to 65535.
            diagnose a/b | 'a/b' is not a host: a name or an address has no blanks, slashes or '@'.
            diagnose [::1 | '[::1' opens a bracket and does not close it.
            diagnose x y | 'y' is one word too many. See ./clinic diagnose --help.
            diagnose x --cod 1 | There is no option --cod. Did you mean '--code'? See ./clinic diagnose --help.
            diagnose x --code 904x | "--code: ""904x"" is no number: write a code as 0x904 or 2308."
            diagnose x --when never | --when is one of connect, credentials, session, not 'never'.
            diagnose x --others maybe | --others is one of works, fails, not 'maybe'.
            diagnose x --after soon | --after: 'soon' is no length of time; write 500ms, 65s, 2m, 3h or 1d.
            diagnose x --since 2027-01-01 | --since: 2027-01-01 lies in the future.
            diagnose x --since monday | --since: 'monday' is no date; write 2026-11-02 or 2026-11-02T14:30.
            diagnose x --timeout 0s | --timeout is more than nothing and at most a year, not 0s.
            diagnose x --times 3 | --times goes with --until-fails only.
            diagnose x --until-fails --times 0 | --times runs from 1 to 1000000, not 0.
            diagnose x --set attempts | 'attempts' sets nothing: write --set NAME=VALUE, for \
            example --set connect.timeout=8s.
            diagnose x --set attemts=3 | There is no setting 'attemts'. Did you mean 'attempts'?
            diagnose x --as mstsc-windows-1 | There is no client profile 'mstsc-windows-1'. \
            Did you mean 'mstsc-windows-11'?
            diagnose x --lab fine | --lab plays a scenario of its own, so HOST cannot be given besides; leave one out.
            diagnose --lab fin | There is no scenario 'fin'. Did you mean 'fine'?
            serve --port 70000 | Port 70000 does not exist: ports run from 1 to 65535.
            diagnose --lab zzz | There is no scenario 'zzz'. ./clinic scenarios lists all.
            diagnose x --offline | --offline sends nothing, and no evidence was given: \
            name a host to look into by --on HOSTSPEC.
            diagnose x --on lab:a --server lab:b | --on and --server both name the server host; leave one out.
            diagnose --rdp none.rdp | There is no file none.rdp.
            lab fine --port 70000 | Port 70000 does not exist: ports run from 1 to 65535.
            lab | Missing required parameter: 'SCENARIO'. See ./clinic lab --help.
            explain | Missing required parameter: 'CODE'. See ./clinic explain --help.
            explain xyz | "\""xyz"" is no number: write a code as 0x904 or 2308."
            causes certificate-expird | There is no cause 'certificate-expird'. Did you mean 'certificate-expired'?
            causes certificate-exp | There is no cause 'certificate-exp'. Did you mean 'certificate-expired'?
            causes rdp | There is no cause 'rdp'. Did you mean 'rdp-disabled'?
            diagnose x --case= | A path is empty: write the file or folder that is meant.
            help diagnos | There is no command 'diagnos'. Did you mean 'diagnose'?
            show nothing | There is no case nothing; './clinic cases' lists those that there are.
            cases purge | cases can only delete, not 'purge'; ./clinic show purge shows a case.
            cases delete | Which case is to be deleted? ./clinic cases lists them.
            cases delete nothing | There is no case nothing; './clinic cases' lists those that there are.
            compare one | Missing required parameter: 'CASE'. See ./clinic compare --help.
            completion fish | Completion is for bash and zsh, not for 'fish'.
            diagnos x | There is no command 'diagnos'. Did you mean 'diagnose'?
            pc.example.net | There is no command 'pc.example.net'. \
            To look at that host: ./clinic diagnose pc.example.net
            --quiet | No command was given. See ./clinic --help.
            """)
    void whatDoesNotFitIsOneSentenceAndStatusTwo(String line, String sentence) {
        refuses(2, sentence, line.split(" "));
    }

    @Test
    void anRdpFileWithoutAComputerIsToldAsSuch() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.rdp"), "authentication level:i:1\r\n");
        refuses(2, "The file " + file + " names no computer: write ./clinic diagnose HOST --rdp " + file + ".",
                "diagnose", "--rdp", file.toString());
    }

    @Test
    void aProbeThatThereIsNotIsNamed() {
        assertEquals(2, shell.run("diagnose", "x", "--only", "prot"));
        assertEquals(1, shell.err().lines().count(), shell.err());
        assertTrue(shell.err().contains("prot"), shell.err());
    }

    @Test
    void aCaseCutShortIsToldWithItsFile() throws Exception {
        shell.run("diagnose", "pc.example", "--json");
        byte[] json = shell.out().getBytes(StandardCharsets.UTF_8);
        Path cut = Files.write(folder.resolve("cut.json"), Arrays.copyOf(json, json.length / 2));
        assertEquals(2, shell.run("show", cut.toString()));
        assertTrue(shell.err().startsWith(cut + " is damaged or cut short: it is no JSON at line "), shell.err());
        assertEquals(1, shell.err().lines().count());
    }

    @Test
    void aCaseOfANewerClinicIsToldAsSuch() throws Exception {
        Path newer = Files.writeString(folder.resolve("newer.json"), "{\"schemaVersion\": 9}");
        assertEquals(2, shell.run("show", newer.toString()));
        assertTrue(shell.err().contains("was made by a newer RDP Clinic"), shell.err());
    }

    @Test
    void aDamagedCaseInTheListCostsItsOwnRow() throws Exception {
        shell.run("diagnose", "pc.example");
        Path bad = Files.createDirectories(folder.resolve("home/cases/bad"));
        Files.writeString(bad.resolve("case.json"), "{");
        assertEquals(3, shell.run("cases"));
        assertTrue(shell.out().contains("pc-example-20261121-0500-1"), shell.out());
        assertTrue(shell.err().contains("bad"), shell.err());
    }

    @Test
    void aPageThatCannotBeWrittenIsFour() {
        Path page = folder.resolve("no such folder/page.html");
        assertEquals(4, shell.run("diagnose", "pc.example", "--html", page.toString()));
        assertEquals("The page cannot be written to " + page + ": there is no such folder.\n", shell.err());
        assertTrue(shell.out().startsWith("PROBLEM"), shell.out());
    }

    @Test
    void aFullDiskIsFour() {
        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            assertEquals(4, shell.run("diagnose", "pc.example", "--html", full.toString()));
            assertEquals("The page cannot be written to /dev/full: No space left on device.\n", shell.err());
        }
    }

    @Test
    void whatWasFoundIsShownAlsoWhereNothingCanBeKept() throws Exception {
        Shell homeless = new Shell(folder.resolve("file/home"));
        Path home = folder.resolve("file/home");
        Files.delete(home);
        Files.writeString(home, "");
        assertEquals(4, homeless.run("diagnose", "pc.example"));
        assertTrue(homeless.out().startsWith("PROBLEM"), homeless.out());
        assertTrue(homeless.err().startsWith("The clinic's folder "), homeless.err());
    }

    @Test
    void deletingSomeOfTheCasesIsThree() {
        shell.run("diagnose", "pc.example");
        assertEquals(3, shell.run("cases", "delete", "nothing", "pc-example-20261121-0500-1"));
        assertEquals("There is no case nothing; './clinic cases' lists those that there are.\n"
                + "The case pc-example-20261121-0500-1 is deleted.\n", shell.err());
    }

    @Test
    void anEmptyArgumentIsNoHost() {
        refuses(2, "The host is empty. Give a name or an address.", "diagnose", "");
    }

    @Test
    void controlsInWhatWasTypedStayOutOfTheTerminal() {
        assertEquals(2, shell.run("dia\u001b[2J"));
        assertTrue(shell.err().contains("'dia?[2J'"), shell.err());
    }
}
