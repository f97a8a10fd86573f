// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.host.HostException;

/** A folder that holds nonsense is refused by a sentence that names the file. */
class BrokenFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void play() throws Exception {
        LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withFolder(folder)).close();
    }

    private String refusal() {
        HostException e = assertThrows(HostException.class, () -> LabRun.start(folder, Lab.OPTIONS).close());
        assertEquals(HostException.Kind.UNREADABLE, e.kind());
        assertTrue(e.getMessage().endsWith(".") && e.advice().endsWith("."), e.getMessage());
        assertFalse(e.getMessage().contains("Exception"), e.getMessage());
        return e.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "registry.json  | {\"HKLM\\\\A\": {\"v\": {\"dword\": 4294967296}}}      | 4294967295",
            "registry.json  | {\"HKLM\\\\A\": {\"v\": {\"word\": 1}}}                | type word",
            "registry.json  | {\"HKLM\\\\A\": {\"v\": {\"dword\": 1, \"text\": \"\"}}} | one type",
            "registry.json  | {\"HKLM\\\\A\": {}, \"hklm\\\\a\": {}}                 | twice",
            "registry.json  | {\"C:\\\\A\": {}}                                      | no key",
            "registry.json  | {\"HKLM\\\\A\": {\"v\": {\"binary\": \"xyz\"}}}        | hexadecimal",
            "registry.json  | {\"HKLM\\\\A\": {}                                     | JSON",
            "registry.json  | {\"a\": 1, \"a\": 1}                                   | JSON",
            "services.json  | {\"TermService\": {\"state\": \"asleep\", \"account\": \"\"}} | 'asleep'",
            "services.json  | []                                                     | no JSON object",
            "sessions.json  | {\"sessions\": []}                                     | churn",
            "sessions.json  | {\"sessions\": [], \"churn\": [0.5]}                   | churn",
            "sessions.json  | {\"sessions\": [], \"churn\": [], \"chrun\": []}       | chrun",
            "firewall.json  | {\"on\": 1, \"stealth\": false, \"rules\": []}         | on",
            "firewall.json  | {\"on\": true, \"stealth\": false, \"rules\": [{\"name\": \"\", \"allow\": true, "
                    + "\"ports\": [70000]}]} | 65535",
            "listeners.json | [{\"port\": 0, \"program\": \"x\", \"banner\": \"\"}]  | port",
            "path.json      | {}                                                     | target",
            "client.json    | {\"profile\": 7}                                       | profile"})
    void theSentenceNamesTheFileAndTheFault(String file, String content, String fault) throws Exception {
        Files.writeString(folder.resolve(file), content);
        String refusal = refusal();
        assertTrue(refusal.contains(file), refusal);
        assertTrue(refusal.contains(fault), refusal);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(folder.resolve("firewall.json"));
        assertTrue(refusal().contains("firewall.json"));
    }

    @Test
    void aFileOfUnreasonableSizeIsNotRead() throws Exception {
        Files.writeString(folder.resolve("registry.json"), " ".repeat((4 << 20) + 1));
        assertTrue(refusal().contains("4 MiB"));
    }

    @Test
    void aLogLineThatIsNoRecordIsRefused() throws Exception {
        Files.writeString(folder.resolve("events").resolve("System.jsonl"), "{\"recordId\": 1}\n");
        HostException e = assertThrows(HostException.class, () -> LabFolder.of(folder).events("System"));
        assertTrue(e.getMessage().contains("log System"), e.getMessage());
    }

    @Test
    void aCertificateThatIsNoneIsRefused() throws Exception {
        String thumbprint = LabFolder.of(folder).certificates("Remote Desktop").getFirst().thumbprint();
        Files.writeString(folder.resolve("certificates").resolve(thumbprint + ".der"), "no certificate");
        HostException e = assertThrows(HostException.class, () -> LabFolder.of(folder).certificates("Remote Desktop"));
        assertTrue(e.getMessage().contains(thumbprint), e.getMessage());
    }

    @Test
    void anEntryOfNobodyIsRefused() throws Exception {
        Files.writeString(folder.resolve("files.json"),
                "{\"C:\\\\ProgramData\": {\"owner\": \"Administrator\", \"entries\": []}}");
        LabHost host = LabHost.open("lab:x", folder);
        var available = (org.rdpclinic.api.host.Access.Available<org.rdpclinic.api.host.Files>) host
                .facet(org.rdpclinic.api.host.Files.class);
        HostException e = assertThrows(HostException.class, () -> available.facet().find(Lab.KEY_FILE));
        assertTrue(e.getMessage().contains("'Administrator' is no SID"), e.getMessage());
    }

    @Test
    void aScenarioWithAnUnknownFieldIsRefused() {
        String json = "{\"id\": \"x\", \"title\": \"x\", \"description\": \"x\", \"hots\": {}}";
        HostException e = assertThrows(HostException.class,
                () -> LabRun.start(Scenarios.parse(json, "x"), Lab.OPTIONS).close());
        assertTrue(e.getMessage().contains("hots"), e.getMessage());
    }
}
