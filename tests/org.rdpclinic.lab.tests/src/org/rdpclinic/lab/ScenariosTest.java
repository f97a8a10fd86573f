// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;

class ScenariosTest {

    private static final String GOOD = "selected 8, TLS 1.3";

    @Nested
    class Data {

        @Test
        void everyFileIsInTheIndexAndTheIndexNamesNoOther() throws Exception {
            Path folder = Lab.project().resolve("bundles/org.rdpclinic.lab/data/scenarios");
            Set<String> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.map(file -> file.getFileName().toString().replace(".json", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
            files.remove("index");
            Set<String> ids = Scenarios.load().all().stream().map(Scenario::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(files, ids);
        }

        @Test
        void eachSaysWhatItIsInWords() {
            for (Scenario scenario : Scenarios.load().all()) {
                assertFalse(scenario.title().isBlank(), scenario.id());
                assertTrue(scenario.description().endsWith("."), scenario.id());
            }
        }

        @Test
        void anUnknownIdIsNotFound() {
            assertTrue(Scenarios.load().find("no-such-scenario").isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "healthy                    | selected 8, TLS 1.3",
            "healthy-noisy              | selected 8, TLS 1.3",
            "certificate-expired        | selected 8, TLS 1.3",
            "certificate-name-mismatch  | selected 8, TLS 1.3",
            "certificate-weak           | selected 8, TLS 1.3",
            "certificate-key-unreadable | selected 8, reset at CLIENT_HELLO after nothing",
            "tls-version-mismatch       | selected 8, alert 70 at CLIENT_HELLO",
            "nla-mismatch               | failure 5",
            "security-layer-mismatch    | closed",
            "server-closed              | closed",
            "rdp-disabled               | refused",
            "service-down               | refused",
            "rdp-disabled-silent        | silent",
            "service-down-silent        | silent",
            "not-rdp                    | not RDP",
            "port-filtered              | silent",
            "forwarder-target-down      | closed",
            "name-unresolved            | unresolved"})
    void theWireShowsTheStateEachTime(String id, String outcome) throws Exception {
        try (LabRun run = Lab.play(id)) {
            assertEquals(outcome, new Wire(run).asItsClient());
            assertEquals(outcome, new Wire(run).asItsClient());
        }
    }

    @Test
    void aLimitIsMetNowAndThen() throws Exception {
        try (LabRun run = Lab.play("connection-limit")) {
            Set<String> outcomes = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                outcomes.add(new Wire(run).asItsClient());
            }
            assertEquals(Set.of("closed", GOOD), outcomes);
        }
    }

    @Test
    void oneOfThreeMembersIsBad() throws Exception {
        try (LabRun run = Lab.play("farm-one-bad")) {
            Wire wire = new Wire(run);
            List<String> outcomes = List.of(wire.asItsClient(), wire.asItsClient(), wire.asItsClient(),
                    wire.asItsClient());
            String bad = "selected 8, reset at CLIENT_HELLO after nothing";
            assertEquals(List.of(GOOD, bad, GOOD, GOOD), outcomes);
        }
    }

    @Test
    void membersServeDifferentCertificates() throws Exception {
        try (LabRun run = Lab.play("farm-one-bad")) {
            String first = new Wire(run).certificate().getSubjectX500Principal().getName();
            new Wire(run).asItsClient();
            String third = new Wire(run).certificate().getSubjectX500Principal().getName();
            assertEquals(List.of("CN=host-1.clinic.example", "CN=host-3.clinic.example"), List.of(first, third));
        }
    }

    @Test
    void aServerWithOldVersionsAloneServesAnOldClient() throws Exception {
        try (LabRun run = Lab.play("tls-version-mismatch")) {
            assertEquals("selected 8, TLS 1.1", new Wire(run).ask(Wire.MSTSC, TlsOffer.mstsc()
                    .withVersions(EnumSet.of(TlsVersion.TLS_1_1))));
        }
    }

    /** Certificates are data: kinds of key, names and stores that no scenario of ours has. */
    @Nested
    class OtherCertificates {

        private static LabRun playCertificate(String store, String kind) throws Exception {
            String json = """
                    {"id": "x", "title": "x", "description": "x", "host": {"certificates": {"%s": {"other": {
                      "subject": "CN=other.clinic.example", "issuer": "CN=Clinic CA",
                      "dnsNames": ["a.example", "b.example"],
                      "key": "%s", "signature": "SHA256withRSA", "fromDays": -1, "toDays": 365,
                      "container": "other", "pinned": true,
                      "keyFile": {"owner": "S-1-5-18", "entries": [
                        {"sid": "S-1-5-20", "allow": true, "mask": "0x120089"}]}}}}}}""".formatted(store, kind);
            return LabRun.start(Scenarios.parse(json, "x"), Lab.OPTIONS);
        }

        @Test
        void aPinnedOneOfThePersonalStoreIsServed() throws Exception {
            try (LabRun run = playCertificate("My", "RSA 3072")) {
                var certificate = new Wire(run).certificate();
                assertEquals("CN=other.clinic.example", certificate.getSubjectX500Principal().getName());
                assertEquals("CN=Clinic CA", certificate.getIssuerX500Principal().getName());
                assertEquals(2, certificate.getSubjectAlternativeNames().size());
            }
        }

        @Test
        void anEllipticKeyIsServedWithItsOwnSuites() throws Exception {
            try (LabRun run = playCertificate("My", "EC secp256r1")) {
                TlsOffer offer = TlsOffer.only(TlsVersion.TLS_1_2);
                assertEquals("selected 8, TLS 1.2", new Wire(run).ask(Wire.MSTSC, offer));
                assertEquals("selected 8, alert 40 at CLIENT_HELLO",
                        new Wire(run).ask(Wire.MSTSC, offer.withCipherSuites(List.of(0xC030, 0x009D))));
            }
        }
    }

    @Nested
    class Clients {

        @Test
        void aProfileIsChangedByItsRdpFile() throws Exception {
            try (LabRun run = Lab.play("nla-mismatch")) {
                assertEquals(1, run.client().protocols());
            }
        }

        @Test
        void anAuthenticationLevelRefuses() throws Exception {
            try (LabRun run = Lab.play("certificate-name-mismatch")) {
                assertTrue(run.client().refusesUnprovenServer());
                assertFalse(new Wire(run).certificate().getSubjectX500Principal().getName()
                        .contains(run.target().host()));
            }
        }

        @Test
        void aPolicyDemandsLongerKeysThanTheServerHas() throws Exception {
            try (LabRun run = Lab.play("certificate-weak")) {
                var key = (java.security.interfaces.RSAPublicKey) new Wire(run).certificate().getPublicKey();
                assertTrue(key.getModulus().bitLength() < run.client().minimumRsaBits());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "healthy-noisy", "nla-mismatch"})
    void aDefaultCertificateIsSelfSignedInDateAndOfTheNameDialled(String id) throws Exception {
        try (LabRun run = Lab.play(id)) {
            var certificate = new Wire(run).certificate();
            certificate.checkValidity(java.util.Date.from(Lab.NOW));
            assertEquals(certificate.getIssuerX500Principal(), certificate.getSubjectX500Principal());
            assertEquals("CN=" + run.target().host(), certificate.getSubjectX500Principal().getName());
            assertEquals("SHA256withRSA", certificate.getSigAlgName());
        }
    }
}
