// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.parts.Parts;

/** FreeRDP's shadow server: the one real server here that demands NLA. */
class ShadowServerTest {

    @TempDir
    static Path folder;

    private static Clinic clinic;
    private static Processes processes;
    private static Path shadow;
    private static String display;
    private static Certificates.Pair pair;

    @BeforeAll
    static void open() throws Exception {
        shadow = Parts.requireCommand("freerdp-shadow-cli");
        Path xvfb = Parts.requireCommand("Xvfb");
        Parts.requireCommand("winpr-hash");
        pair = new Certificates(folder).fresh();
        clinic = new Clinic();
        processes = new Processes();
        Path number = folder.resolve("display");
        Process server = processes.start(folder, folder.resolve("xvfb.log"), Map.of(), "sh", "-c",
                "exec \"$0\" -displayfd 3 -screen 0 800x600x24 -nolisten tcp 3>\"$1\"", xvfb.toString(),
                number.toString());
        for (int i = 0; i < 300 && (!Files.exists(number) || Files.readString(number).isBlank()); i++) {
            assertTrue(server.isAlive(), () -> "Xvfb runs: " + Processes.read(folder.resolve("xvfb.log")));
            Thread.sleep(20);
        }
        display = ":" + Files.readString(number).strip();
    }

    @AfterAll
    static void close() {
        if (processes != null) {
            clinic.close();
            processes.close();
        }
    }

    private static Case diagnose(ClientProfile client, String... options) throws Exception {
        int port = Processes.freePort();
        Path home = Files.createDirectory(folder.resolve("shadow-" + port));
        Path own = Files.createDirectories(home.resolve(".config/freerdp/shadow"));
        Files.copy(pair.certificate(), own.resolve("shadow.crt"));
        Files.copy(pair.key(), own.resolve("shadow.key"));
        List<String> command = new ArrayList<>(List.of(shadow.toString(), "/port:" + port, "/bind-address:127.0.0.1"));
        command.addAll(List.of(options));
        processes.serve(home, port, Map.of("HOME", home.toString(), "DISPLAY", display),
                command.toArray(String[]::new));
        return clinic.diagnose(port, client);
    }

    private static String accounts() throws Exception {
        Path file = folder.resolve("sam");
        Processes.run(folder, "sh", "-c", "winpr-hash -u tester -p \"$0\" -f sam > \"$1\"", "Secret-123",
                file.toString());
        return "/sam-file:" + file;
    }

    @Test
    void aServerThatDemandsNlaIsHealthy() throws Exception {
        Case result = diagnose(Clinic.mstsc(), "/sec:nla", accounts(), "+auth");
        assertEquals(Verdict.HEALTHY, result.diagnosis().verdict(), () -> Clinic.describe(result));
    }

    @Test
    void aClientWithoutNlaIsNamedBeforeAServerThatDemandsIt() throws Exception {
        Case result = diagnose(Clinic.mstsc().withProtocols(ClientProfile.SSL), "/sec:nla", accounts(), "+auth");
        assertEquals(List.of("nla-mismatch"), Clinic.named(result), () -> Clinic.describe(result));
    }

    @Test
    void tlsAloneIsHealthyWithTheAdviceToDemandNla() throws Exception {
        Case result = diagnose(Clinic.mstsc(), "/sec:tls", "-auth");
        assertEquals(Verdict.HEALTHY, result.diagnosis().verdict(), () -> Clinic.describe(result));
        assertTrue(result.diagnosis().advisories().stream().anyMatch(a -> a.finding().equals("nla-off")),
                () -> Clinic.describe(result));
    }

    @Test
    void rdpSecurityAloneIsHealthyForAClientThatFallsBackAndNamedForOneThatInsists() throws Exception {
        Case fallsBack = diagnose(Clinic.mstsc(), "/sec:rdp", "-auth");
        assertEquals(Verdict.HEALTHY, fallsBack.diagnosis().verdict(), () -> Clinic.describe(fallsBack));
        Case insists = diagnose(Clinic.mstsc().withAuthenticationLevel(1), "/sec:rdp", "-auth");
        assertEquals(List.of("security-layer-mismatch"), Clinic.named(insists), () -> Clinic.describe(insists));
    }
}
