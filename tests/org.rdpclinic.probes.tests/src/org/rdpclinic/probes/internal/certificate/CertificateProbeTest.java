// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.probes.tests.TestCertificate;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.wire.Bytes;

class CertificateProbeTest {

    private static TestRequest judge(TestCertificate certificate, String dialled, ClientProfile client)
            throws Exception {
        return judge(certificate.serving().chain(), dialled, client);
    }

    private static TestRequest judge(CertificateChain chain, String dialled, ClientProfile client) throws Exception {
        TestRequest request = new TestRequest(dialled, new TestNetwork()).client(client);
        new ServedCertificates(request).observe(chain)
                .ifPresent(id -> request.observe(AttemptKeys.CERTIFICATE, id, Subject.attempt("client-1")));
        request.run(new CertificateProbe());
        return request;
    }

    private static <V> V one(TestCertificate certificate, ObservationKey<V> key) throws Exception {
        return judge(certificate, "server.example", TestRequest.MSTSC).any(key).orElseThrow();
    }

    @Nested
    class Dates {

        @Test
        void anExpiredCertificateIsToldFromAValidOne() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertEquals("valid", one(good, CertificateKeys.VALIDITY));
            assertEquals("expired", one(good.until(TestNetwork.NOW.minusSeconds(1)), CertificateKeys.VALIDITY));
            assertEquals("valid", one(good.until(TestNetwork.NOW), CertificateKeys.VALIDITY));
        }

        @Test
        void aCertificateOfTheFutureIsNotYetValid() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertEquals("not-yet-valid", one(good.from(TestNetwork.NOW.plusSeconds(1)), CertificateKeys.VALIDITY));
            assertEquals("valid", one(good.from(TestNetwork.NOW), CertificateKeys.VALIDITY));
        }

        @Test
        void theDatesThemselvesAreObserved() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertEquals(Instant.parse("2026-03-01T00:00:00Z"), one(good, CertificateKeys.NOT_BEFORE));
            assertEquals(Instant.parse("2026-09-01T00:00:00Z"), one(good, CertificateKeys.NOT_AFTER));
        }
    }

    @Nested
    class Names {

        @Test
        void theCommonNameCountsOnlyWithoutOtherNames() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertEquals(List.of("server.example"), one(good, CertificateKeys.NAMES));
            assertTrue(one(good, CertificateKeys.NAME_MATCHES));
            TestCertificate named = good.named("other.example", "192.0.2.1");
            assertEquals(List.of("other.example", "192.0.2.1"), one(named, CertificateKeys.NAMES));
            assertFalse(one(named, CertificateKeys.NAME_MATCHES));
        }

        @Test
        void anAddressIsMatchedByAnAddress() throws Exception {
            TestCertificate named = TestCertificate.good().named("other.example", "192.0.2.1");
            assertTrue(judge(named, "192.0.2.1", TestRequest.MSTSC).any(CertificateKeys.NAME_MATCHES).orElseThrow());
            assertFalse(judge(named, "192.0.2.2", TestRequest.MSTSC).any(CertificateKeys.NAME_MATCHES).orElseThrow());
        }

        @Test
        void whatTheClientMakesOfAnotherNameIsItsAuthenticationLevel() throws Exception {
            List<String> byLevel = List.of("goes-on", "refuses", "warns", "warns");
            for (int level = 0; level < byLevel.size(); level++) {
                ClientProfile client = TestRequest.MSTSC.withAuthenticationLevel(level);
                assertEquals(byLevel.get(level), judge(TestCertificate.good(), "other.example", client)
                        .any(CertificateKeys.NAME_VERDICT).orElseThrow());
                assertEquals("goes-on", judge(TestCertificate.good(), "server.example", client)
                        .any(CertificateKeys.NAME_VERDICT).orElseThrow());
            }
        }
    }

    @Nested
    class KeyAndSignature {

        private static final KeyPair SHORT = TestCertificate.rsa(1024);

        @Test
        void shortKeysAreWeak() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertEquals("strong", one(good, CertificateKeys.STRENGTH));
            assertEquals(2048L, one(good, CertificateKeys.KEY_BITS));
            TestCertificate weak = good.keyed(SHORT, "SHA256withRSA");
            assertEquals("weak", one(weak, CertificateKeys.STRENGTH));
            assertEquals(1024L, one(weak, CertificateKeys.KEY_BITS));
            assertEquals("goes-on", one(weak, CertificateKeys.STRENGTH_VERDICT));
        }

        @Test
        void aClientMayRefuseShortKeys() throws Exception {
            TestCertificate weak = TestCertificate.good().keyed(SHORT, "SHA256withRSA");
            assertEquals("refuses", judge(weak, "server.example", TestRequest.MSTSC.withMinimumRsaBits(1025))
                    .any(CertificateKeys.STRENGTH_VERDICT).orElseThrow());
        }

        @Test
        void sha1IsWeakAndRefusedBySome() throws Exception {
            TestCertificate old = TestCertificate.good().keyed(TestCertificate.good().key(), "SHA1withRSA");
            ClientProfile strict =
                    new ClientProfile("strict", "strict", 0xB, List.of("TLS 1.2"), 2, 1024, true, true);
            assertEquals("weak", one(old, CertificateKeys.STRENGTH));
            assertEquals("goes-on", one(old, CertificateKeys.STRENGTH_VERDICT));
            assertEquals("refuses",
                    judge(old, "server.example", strict).any(CertificateKeys.STRENGTH_VERDICT).orElseThrow());
        }

        @Test
        void aShortKeyOnACurveIsStrong() throws Exception {
            TestCertificate curve =
                    TestCertificate.good().keyed(TestCertificate.ec("secp256r1"), "SHA256withECDSA");
            assertEquals("EC", one(curve, CertificateKeys.KEY_ALGORITHM));
            assertEquals(256L, one(curve, CertificateKeys.KEY_BITS));
            assertEquals("strong", one(curve, CertificateKeys.STRENGTH));
        }

        @Test
        void selfSignedIsWhoSignsHimself() throws Exception {
            TestCertificate good = TestCertificate.good();
            assertTrue(one(good, CertificateKeys.SELF_SIGNED));
            assertFalse(one(good.signedBy(SHORT, "CN=authority"), CertificateKeys.SELF_SIGNED));
            assertFalse(one(good.signedBy(SHORT, "CN=server.example"), CertificateKeys.SELF_SIGNED));
        }
    }

    @Test
    void thumbprintsAreThoseOfTheDer() throws Exception {
        TestRequest request = judge(TestCertificate.good(), "server.example", TestRequest.MSTSC);
        String sha256 = request.any(AttemptKeys.CERTIFICATE).orElseThrow();
        assertEquals(32, HexFormat.of().parseHex(sha256).length);
        assertEquals(20, HexFormat.of()
                .parseHex(request.value(CertificateKeys.THUMBPRINT, Subject.certificate(sha256))).length);
        assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d", Thumbprint.of("SHA-1", new byte[] {'a', 'b', 'c'}));
    }

    @Test
    void bytesThatAreNoCertificateAreTheirThumbprintAlone() throws Exception {
        TestRequest request = judge(new CertificateChain(List.of(Bytes.fromHex("3003020101"))), "server.example",
                TestRequest.MSTSC);
        assertTrue(request.any(CertificateKeys.THUMBPRINT).isPresent());
        assertTrue(request.any(CertificateKeys.SUBJECT).isEmpty());
        assertTrue(request.any(CertificateKeys.VALIDITY).isEmpty());
        assertTrue(request.any(CertificateKeys.STRENGTH).isEmpty());
    }

    @Test
    void theLengthOfTheChainIsWhatWasSent() throws Exception {
        Bytes leaf = TestCertificate.good().serving().chain().der().getFirst();
        TestRequest request = judge(new CertificateChain(List.of(leaf, leaf, leaf)), "server.example",
                TestRequest.MSTSC);
        assertEquals(3L, request.any(CertificateKeys.CHAIN_LENGTH).orElseThrow());
    }

    @Test
    void withoutACertificateThereIsNothingToJudge() throws Exception {
        assertInstanceOf(ProbeOutcome.Skipped.class,
                new TestRequest("server.example", new TestNetwork()).run(new CertificateProbe()));
    }
}
