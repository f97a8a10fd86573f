// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.HelloOutcome;
import org.rdpclinic.rdp.client.Stage;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.client.TlsOutcome.TlsEnded;
import org.rdpclinic.rdp.client.TlsOutcome.TlsEstablished;
import org.rdpclinic.rdp.server.TlsServed;
import org.rdpclinic.rdp.tls.ClientHello;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.tls.TlsVersion;

/**
 * Our client against our server: what is agreed, what is seen of the certificate, and what happens where nothing fits.
 */
class HandshakeTest {

    private static final TlsServing RSA = Certificates.rsa(2048, "SHA256");
    private static final Set<TlsVersion> ALL = EnumSet.allOf(TlsVersion.class);

    /** The client's outcome against a server that serves, and the server's failure, if it failed. */
    private static TlsOutcome handshake(TlsOffer offer, TlsServing serving) throws Exception {
        try (var loopback = new Loopback((server, socket) -> {
            server.serveTls(serving, Loopback.soon());
            server.close();
        })) {
            return loopback.connection().startTls(offer, Loopback.soon());
        }
    }

    @Nested
    class Agreement {

        @ParameterizedTest
        @EnumSource(TlsVersion.class)
        void eachVersionCanBeAgreedAlone(TlsVersion version) throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.only(version), RSA.withVersions(ALL));

            TlsEstablished agreed = assertInstanceOf(TlsEstablished.class, outcome);
            assertEquals(version, agreed.version());
            assertEquals(RSA.chain(), agreed.chain());
        }

        @ParameterizedTest
        @EnumSource(value = TlsVersion.class, names = { "TLS_1_0", "TLS_1_1", "TLS_1_2", "TLS_1_3" })
        void aServerOfOneVersionIsMetByAClientOfAll(TlsVersion version) throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.mstsc().withVersions(EnumSet.complementOf(
                    EnumSet.of(TlsVersion.SSL_3_0))), RSA.withVersions(EnumSet.of(version)));

            assertEquals(version, assertInstanceOf(TlsEstablished.class, outcome).version());
        }

        @ParameterizedTest
        @CsvSource({ "TLS_1_0, 0x002F", "TLS_1_0, 0xC013", "TLS_1_0, 0x0033", "TLS_1_0, 0x000A", "TLS_1_1, 0x0035",
                "TLS_1_2, 0x009C", "TLS_1_2, 0x003D", "TLS_1_2, 0xC030", "TLS_1_2, 0x009F", "TLS_1_2, 0xC027",
                "TLS_1_3, 0x1301", "TLS_1_3, 0x1302" })
        void eachKindOfSuiteWorks(TlsVersion version, String suite) throws Exception {
            int number = Integer.decode(suite);
            TlsOutcome outcome = handshake(TlsOffer.only(version).withCipherSuites(List.of(number)),
                    RSA.withVersions(ALL).withCipherSuites(List.of(number)));

            assertEquals(number, assertInstanceOf(TlsEstablished.class, outcome).cipherSuite());
        }

        @Test
        void theServersOrderOfSuitesDecides() throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(List.of(0xC030, 0x002F)),
                    RSA.withCipherSuites(List.of(0x002F, 0xC030)));

            assertEquals(0x002F, assertInstanceOf(TlsEstablished.class, outcome).cipherSuite());
        }
    }

    @Nested
    class Keys {

        @ParameterizedTest
        @CsvSource({ "512, SHA1", "1024, SHA1", "1024, SHA256", "3072, SHA256" })
        void weakAndStrongRsaKeysAreServedAndRead(int bits, String hash) throws Exception {
            TlsServing serving = Certificates.rsa(bits, hash);
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_2), serving);

            TlsEstablished agreed = assertInstanceOf(TlsEstablished.class, outcome);
            assertEquals(hash + "withRSA", agreed.chain().findLeaf().orElseThrow().getSigAlgName());
        }

        @Test
        void aWeakKeyWithASha1SignatureIsReadInTls13() throws Exception {
            TlsServing serving = Certificates.rsa(1024, "SHA1");

            assertEquals(serving.chain(), assertInstanceOf(TlsEstablished.class,
                    handshake(TlsOffer.only(TlsVersion.TLS_1_3), serving)).chain());
        }

        @ParameterizedTest
        @CsvSource({ "secp256r1, TLS_1_0", "secp256r1, TLS_1_2", "secp256r1, TLS_1_3", "secp384r1, TLS_1_2",
                "secp384r1, TLS_1_3", "secp521r1, TLS_1_3" })
        void ellipticKeysAreServedAndRead(String curve, TlsVersion version) throws Exception {
            TlsServing serving = Certificates.ec(curve).withVersions(ALL);

            assertEquals(serving.chain(), assertInstanceOf(TlsEstablished.class,
                    handshake(TlsOffer.only(version), serving)).chain());
        }

        @ParameterizedTest
        @CsvSource({ "TLS_1_2, 0xC030", "TLS_1_2, 0x009C", "TLS_1_3, 0x1302" })
        void aMonstrousKeyIsDeclinedBeforeItCostsAnything(TlsVersion version, String suite) throws Exception {
            TlsServing monstrous = Certificates.monstrous(16_000);
            TlsOutcome outcome = handshake(TlsOffer.only(version).withCipherSuites(List.of(Integer.decode(suite))),
                    monstrous);

            TlsEnded ended = assertInstanceOf(TlsEnded.class, outcome);
            assertEquals(new Ending.Declined(new TlsAlert(TlsAlert.FATAL, 43)), ended.ending());
            assertEquals(monstrous.chain(), ended.chain());
        }

        @Test
        void aKeyThatIsNotTheCertificatesIsDeclinedAfterTheCertificate() throws Exception {
            TlsServing other = Certificates.rsa(2048, "SHA256");
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_2),
                    new TlsServing(RSA.chain(), other.key(), RSA.versions(), RSA.cipherSuites()));

            TlsEnded ended = assertInstanceOf(TlsEnded.class, outcome);
            assertEquals(Stage.CERTIFICATE, ended.stage());
            assertInstanceOf(Ending.Declined.class, ended.ending());
            assertEquals(RSA.chain(), ended.chain());
        }
    }

    @Nested
    class NothingInCommon {

        @Test
        void suitesThatThisSideCannotDoAreRefusedBeforeAnythingIsSent() throws Exception {
            try (var loopback = new Loopback((server, socket) -> {
            })) {
                TlsOffer unknown = TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(List.of(0x0004));
                assertThrows(IllegalArgumentException.class,
                        () -> loopback.connection().startTls(unknown, Loopback.soon()));
            }
        }

        @Test
        void aClientThatIsTooOldIsSentAnAlert() throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_0),
                    RSA.withVersions(EnumSet.of(TlsVersion.TLS_1_2)));

            TlsEnded ended = assertInstanceOf(TlsEnded.class, outcome);
            assertEquals(Stage.CLIENT_HELLO, ended.stage());
            assertEquals(new Ending.Alerted(TlsAlert.PROTOCOL_VERSION), ended.ending());
            assertTrue(ended.version().isEmpty());
        }

        @Test
        void aServerThatIsTooOldAnswersWithItsVersionAndIsDeclined() throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(List.of(0xC013)),
                    RSA.withVersions(EnumSet.of(TlsVersion.TLS_1_0)));

            TlsEnded ended = assertInstanceOf(TlsEnded.class, outcome);
            assertEquals(Stage.SERVER_HELLO, ended.stage());
            assertEquals(new Ending.Declined(TlsAlert.PROTOCOL_VERSION), ended.ending());
            assertEquals(TlsVersion.TLS_1_0, ended.version().orElseThrow());
            assertEquals(0xC013, ended.cipherSuite().orElseThrow());
        }

        @Test
        void noSuiteInCommonIsAnAlert() throws Exception {
            TlsOutcome outcome = handshake(TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(List.of(0xC02F)),
                    RSA.withCipherSuites(List.of(0xC030)));

            assertEquals(new Ending.Alerted(TlsAlert.HANDSHAKE_FAILURE),
                    assertInstanceOf(TlsEnded.class, outcome).ending());
        }

        @Test
        void suitesThatNobodyHasAreOfferedByAHelloAlone() throws Exception {
            try (var loopback = new Loopback((server, socket) -> server.serveTls(RSA, Loopback.soon()))) {
                HelloOutcome outcome = loopback.connection().sendHello(
                        TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(List.of(0x0004, 0xFEFE)), Loopback.soon());

                HelloOutcome.Ended ended = assertInstanceOf(HelloOutcome.Ended.class, outcome);
                assertEquals(Stage.CLIENT_HELLO, ended.stage());
                assertEquals(new Ending.Alerted(TlsAlert.HANDSHAKE_FAILURE), ended.ending());
            }
        }
    }

    @Nested
    class HelloAlone {

        @ParameterizedTest
        @EnumSource(TlsVersion.class)
        void aServerAnswersItInEachVersion(TlsVersion version) throws Exception {
            try (var loopback = new Loopback((server, socket) -> server.serveTls(RSA.withVersions(ALL),
                    Loopback.soon()))) {
                HelloOutcome.Accepted accepted = assertInstanceOf(HelloOutcome.Accepted.class,
                        loopback.connection().sendHello(TlsOffer.only(version), Loopback.soon()));

                assertEquals(version, accepted.hello().findVersion().orElseThrow());
                assertEquals(version == TlsVersion.TLS_1_3, accepted.hello().cipherSuite() == 0x1302);
            }
        }
    }

    @Nested
    class ServersView {

        @Test
        void theHelloIsReadBeforeTheServerDecides() throws Exception {
            var seen = new ClientHello[1];
            var served = new TlsServed[1];
            try (var loopback = new Loopback((server, socket) -> {
                seen[0] = server.readClientHello(Loopback.soon());
                served[0] = server.serveTls(RSA, Loopback.soon());
            })) {
                TlsOutcome outcome = loopback.connection().startTls(
                        TlsOffer.mstsc().withServerName("server.example"), Loopback.soon());

                assertInstanceOf(TlsEstablished.class, outcome);
                assertNull(loopback.serverFailure());
            }
            assertEquals("server.example", seen[0].serverName().orElseThrow());
            assertEquals(EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), seen[0].versions());
            assertTrue(seen[0].cipherSuites().containsAll(TlsOffer.mstsc().cipherSuites()));
            assertTrue(seen[0].signatureSchemes().contains(0x0201), "SHA-1 is offered, as Schannel does");
            assertEquals(TlsVersion.TLS_1_3, served[0].version());
        }

        @Test
        void anOldHelloOffersAllVersionsUpToItsOwn() throws Exception {
            var seen = new ClientHello[1];
            try (var loopback = new Loopback((server, socket) -> {
                seen[0] = server.readClientHello(Loopback.soon());
                server.alert(TlsAlert.PROTOCOL_VERSION);
                server.close();
            })) {
                TlsOutcome outcome = loopback.connection().startTls(TlsOffer.only(TlsVersion.TLS_1_0),
                        Loopback.soon());

                assertEquals(new Ending.Alerted(TlsAlert.PROTOCOL_VERSION),
                        assertInstanceOf(TlsEnded.class, outcome).ending());
            }
            assertTrue(seen[0].offersOneOf(EnumSet.of(TlsVersion.TLS_1_0)));
            assertTrue(!seen[0].offersOneOf(EnumSet.of(TlsVersion.TLS_1_1, TlsVersion.TLS_1_3)));
        }
    }
}
