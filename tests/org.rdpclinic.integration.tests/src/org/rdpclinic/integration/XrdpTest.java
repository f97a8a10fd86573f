// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.parts.Parts;

/** Real xrdp servers with one fault each. */
class XrdpTest {

    private static final String MODERN = "ssl_protocols=TLSv1.2, TLSv1.3";

    @TempDir
    static Path folder;

    private static Clinic clinic;
    private static Processes processes;
    private static Certificates certificates;
    private static Path xrdp;

    @BeforeAll
    static void open() throws Exception {
        xrdp = Parts.requireCommand("xrdp");
        certificates = new Certificates(folder);
        clinic = new Clinic();
        processes = new Processes();
    }

    @AfterAll
    static void close() {
        if (clinic != null) {
            clinic.close();
            processes.close();
        }
    }

    private static Case diagnose(String layer, Certificates.Pair pair, String tls, ClientProfile client)
            throws Exception {
        int port = Processes.freePort();
        Path home = Files.createDirectory(folder.resolve("xrdp-" + port));
        Files.write(home.resolve("xrdp.ini"), List.of("[Globals]", "ini_version=1", "fork=true",
                "port=tcp://127.0.0.1:" + port, "security_layer=" + layer, "crypt_level=high",
                "certificate=" + pair.certificate(), "key_file=" + pair.key(), tls, "max_bpp=32", "[Logging]",
                "LogFile=" + home.resolve("xrdp.log"), "LogLevel=DEBUG", "EnableSyslog=false", "[Channels]",
                "rdpdr=false", "[Xvnc]", "name=Xvnc", "lib=libvnc.so", "username=ask", "password=ask", "ip=127.0.0.1",
                "port=-1"));
        processes.serve(home, port, Map.of(), xrdp.toString(), "-n", "-c", home.resolve("xrdp.ini").toString());
        return clinic.diagnose(port, client);
    }

    private static void assertNamed(String cause, Case result) {
        assertEquals(List.of(cause), Clinic.named(result), () -> Clinic.describe(result));
        assertEquals(List.of(), Clinic.grouped(result), () -> Clinic.describe(result));
    }

    private static List<String> advisories(Case result) {
        return result.diagnosis().advisories().stream().map(Advisory::finding).toList();
    }

    @Test
    void aGoodCertificateIsHealthy() throws Exception {
        Case result = diagnose("tls", certificates.fresh(), MODERN, Clinic.mstsc());
        assertEquals(Verdict.HEALTHY, result.diagnosis().verdict(), () -> Clinic.describe(result));
    }

    @Test
    void anExpiredCertificateIsNamed() throws Exception {
        assertNamed("certificate-expired", diagnose("tls", certificates.expired(), MODERN, Clinic.mstsc()));
    }

    @Test
    void aCertificateThatIsNotYetValidIsNamed() throws Exception {
        assertNamed("certificate-expired", diagnose("tls", certificates.notYetValid(), MODERN, Clinic.mstsc()));
    }

    @Test
    void aWrongNameIsAnAdvisoryAndACauseForAClientThatInsists() throws Exception {
        Certificates.Pair pair = certificates.ofAnotherName();
        Case warned = diagnose("tls", pair, MODERN, Clinic.mstsc());
        assertEquals(Verdict.HEALTHY, warned.diagnosis().verdict(), () -> Clinic.describe(warned));
        assertTrue(advisories(warned).contains("certificate-of-another-name"), () -> Clinic.describe(warned));
        assertNamed("certificate-name-mismatch",
                diagnose("tls", pair, MODERN, Clinic.mstsc().withAuthenticationLevel(1)));
    }

    @Test
    void aRefusedShortKeyNeverReachesTheWireAndStandsInAGroup() throws Exception {
        Case result = diagnose("tls", certificates.weak(), MODERN, Clinic.mstsc());
        assertEquals(List.of(), Clinic.named(result), () -> Clinic.describe(result));
        assertTrue(Clinic.grouped(result).contains("certificate-weak"), () -> Clinic.describe(result));
    }

    @Test
    void aServedShortKeyIsACauseForAClientThatRefusesIt() throws Exception {
        Certificates.Pair pair = certificates.weak();
        Case accepted = diagnose("tls", pair, MODERN + "\ntls_ciphers=DEFAULT@SECLEVEL=0", Clinic.mstsc());
        assertTrue(advisories(accepted).contains("certificate-weak-key"), () -> Clinic.describe(accepted));
        assertNamed("certificate-weak", diagnose("tls", pair, MODERN + "\ntls_ciphers=DEFAULT@SECLEVEL=0",
                Clinic.mstsc().withMinimumRsaBits(2048)));
    }

    @Test
    void aMissingCertificateIsNamedByTheServerItself() throws Exception {
        Certificates.Pair missing = new Certificates.Pair(folder.resolve("none.crt"), folder.resolve("none.key"));
        assertNamed("certificate-key-unreadable", diagnose("tls", missing, MODERN, Clinic.mstsc()));
    }

    @Test
    void oldTlsAloneIsAVersionMismatch() throws Exception {
        assertNamed("tls-version-mismatch", diagnose("tls", certificates.fresh(),
                "ssl_protocols=TLSv1\ntls_ciphers=DEFAULT@SECLEVEL=0", Clinic.mstsc()));
    }

    @Test
    void rdpSecurityIsAnAdvisoryAndACauseForAClientThatInsists() throws Exception {
        Certificates.Pair pair = certificates.fresh();
        Case fallsBack = diagnose("rdp", pair, MODERN, Clinic.mstsc());
        assertEquals(Verdict.HEALTHY, fallsBack.diagnosis().verdict(), () -> Clinic.describe(fallsBack));
        assertEquals(Set.of("rdp-security-only", "nla-off"), Set.copyOf(advisories(fallsBack)));
        assertNamed("security-layer-mismatch",
                diagnose("rdp", pair, MODERN, Clinic.mstsc().withAuthenticationLevel(1)));
    }
}
