// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rdpclinic.rdp.internal.tls.HelloWriter;
import org.rdpclinic.rdp.internal.tls.Records;
import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.ClientHello;
import org.rdpclinic.rdp.tls.ServerHello;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/** The two hello messages as bytes, whole and damaged, and the names of the numbers in them. */
class HelloFormatTest {

    private static final int RECORD_HEADER = 5;
    private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

    private static Bytes message(TlsOffer offer) {
        Bytes record = HelloWriter.record(offer);
        return Bytes.of(record.toArray(), RECORD_HEADER, record.size());
    }

    /** A ServerHello of TLS 1.2 in its field, with such a random and extensions. */
    private static Bytes serverHello(String random, String extensions) {
        String body = "0303" + random + "00" + "1301" + "00"
                + (extensions.isEmpty() ? "" : "%04x".formatted(extensions.length() / 2) + extensions);
        return Bytes.fromHex("02%06x".formatted(body.length() / 2) + body);
    }

    @Nested
    class OfTheClient {

        @ParameterizedTest
        @EnumSource(TlsVersion.class)
        void whatIsOfferedIsWhatIsRead(TlsVersion version) throws Exception {
            TlsOffer offer = TlsOffer.only(version).withServerName("server.example");
            ClientHello hello = ClientHello.parse(message(offer));

            assertEquals(version != TlsVersion.SSL_3_0, hello.serverName().isPresent(), "SSL 3.0 has no extensions");
            assertTrue(hello.cipherSuites().containsAll(offer.cipherSuites()));
            assertTrue(hello.versions().contains(version));
            assertEquals(version == TlsVersion.TLS_1_3, hello.legacyVersion() != version.code());
        }

        @Test
        void severalVersionsAreNamedOneByOneWithTls13() throws Exception {
            ClientHello hello = ClientHello.parse(message(TlsOffer.mstsc()
                    .withVersions(EnumSet.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_3))));

            assertEquals(List.of(0x0304, 0x0301), hello.versionCodes());
            assertFalse(hello.offersOneOf(EnumSet.of(TlsVersion.TLS_1_1, TlsVersion.TLS_1_2)));
        }

        @Test
        void aHelloCutAnywhereIsMalformed() {
            Bytes whole = message(TlsOffer.mstsc().withServerName("server.example"));
            for (int size = 0; size < whole.size(); size++) {
                Bytes cut = whole.first(size);
                assertThrows(MalformedException.class, () -> ClientHello.parse(cut), cut::hex);
            }
        }

        @Test
        void noChangedByteBreaksTheReader() {
            byte[] whole = message(TlsOffer.mstsc().withServerName("server.example")).toArray();
            var random = new SplittableRandom(7);
            for (int round = 0; round < 50_000; round++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                try {
                    assertTrue(ClientHello.parse(Bytes.of(damaged)).cipherSuites().size() < whole.length);
                } catch (MalformedException refused) {
                    assertFalse(refused.getMessage().isBlank());
                }
            }
        }

        @Test
        void anOfferIsChecked() {
            assertThrows(IllegalArgumentException.class, () -> TlsOffer.mstsc().withCipherSuites(List.of()));
            assertThrows(IllegalArgumentException.class,
                    () -> TlsOffer.mstsc().withVersions(EnumSet.noneOf(TlsVersion.class)));
            assertThrows(IllegalArgumentException.class, () -> TlsOffer.mstsc().withServerName("m\u00fcller.example"));
        }
    }

    @Nested
    class OfTheServer {

        @Test
        void theExtensionOutranksTheField() throws Exception {
            String plain = "11".repeat(32);

            assertEquals(new ServerHello(0x0303, 0x1301, false), ServerHello.parse(serverHello(plain, "")));
            assertEquals(new ServerHello(0x0304, 0x1301, false), ServerHello.parse(serverHello(plain, "002b00020304")));
        }

        @Test
        void aRetryIsRecognisedByItsRandom() throws Exception {
            assertTrue(ServerHello.parse(serverHello(RETRY, "002b00020304")).retry());
        }

        @Test
        void aHelloCutAnywhereIsMalformed() {
            Bytes whole = serverHello("11".repeat(32), "002b00020304");
            for (int size = 0; size < whole.size(); size++) {
                Bytes cut = whole.first(size);
                assertThrows(MalformedException.class, () -> ServerHello.parse(cut), cut::hex);
            }
        }

        @Test
        void itIsFoundBehindAWarningAndOnlyWhole() {
            Bytes hello = serverHello("11".repeat(32), "");
            Bytes record = Bytes.fromHex("160303%04x".formatted(hello.size())).plus(hello);
            Bytes stream = new TlsAlert(TlsAlert.WARNING, 112).encode().plus(record);

            assertEquals(Optional.of(new ServerHello(0x0303, 0x1301, false)), Records.findServerHello(stream));
            for (int size = 0; size < stream.size(); size++) {
                assertEquals(Optional.empty(), Records.findServerHello(stream.first(size)));
            }
        }
    }

    @Nested
    class Names {

        @Test
        void suitesHaveTheirRegisteredNames() {
            assertEquals("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", CipherSuites.name(0xC030));
            assertEquals("0xFEFE", CipherSuites.name(0xFEFE));
            assertEquals(Optional.of(0xC030), CipherSuites.findByName("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"));
            assertEquals(Optional.of(0xFEFE), CipherSuites.findByName("0xFEFE"));
            assertEquals(Optional.empty(), CipherSuites.findByName("TLS_NONE"));
        }

        @Test
        void everySuiteThatWindowsOffersHasAName() {
            CipherSuites.WINDOWS_11.forEach(each -> assertTrue(CipherSuites.find(each).isPresent()));
            CipherSuites.WINDOWS_WEAK.forEach(each -> assertTrue(CipherSuites.find(each).isPresent()));
        }

        @Test
        void alertsAndVersionsHaveNames() {
            assertEquals("protocol_version (70)", TlsAlert.PROTOCOL_VERSION.toString());
            assertEquals("TLS 1.2", TlsVersion.find(0x0303).orElseThrow().toString());
            assertEquals(Optional.empty(), TlsVersion.find(0x7F1C));
        }
    }
}
