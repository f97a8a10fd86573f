// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.CorrelationId;
import org.rdpclinic.rdp.x224.FailureCode;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.NegotiationAnswer.ConfirmWithoutNegotiation;
import org.rdpclinic.rdp.x224.NegotiationAnswer.DisconnectUltimatum;
import org.rdpclinic.rdp.x224.NegotiationAnswer.Failure;
import org.rdpclinic.rdp.x224.NegotiationAnswer.NotRdp;
import org.rdpclinic.rdp.x224.NegotiationAnswer.Selected;
import org.rdpclinic.rdp.x224.NegotiationRequest;
import org.rdpclinic.rdp.x224.RequestFlag;
import org.rdpclinic.rdp.x224.ResponseFlag;
import org.rdpclinic.rdp.x224.Routing;
import org.rdpclinic.rdp.x224.SecurityProtocol;

/** Requests and answers as bytes, both ways, and what is no such thing. */
class NegotiationCodecTest {

    private static final Bytes ID = Bytes.fromHex("0102030405060708090a0b0c0e0f1011");
    private static final String CORRELATION = "06002400" + ID.hex() + "00".repeat(16);

    @Nested
    class Answers {

        @ParameterizedTest(name = "{0}")
        @CsvFileSource(resources = "answers.csv")
        void realServersAreUnderstood(String who, String hex, String kind, int value, int flags) throws Exception {
            NegotiationAnswer expected = switch (kind) {
                case "selected" -> new Selected(value, flags);
                case "failure" -> new Failure(value);
                case "plain" -> new ConfirmWithoutNegotiation();
                case "ultimatum" -> new DisconnectUltimatum(value);
                default -> throw new AssertionError(kind);
            };

            assertEquals(expected, NegotiationAnswer.decode(Bytes.fromHex(hex)), who);
        }

        @ParameterizedTest
        @EnumSource(FailureCode.class)
        void eachFailureIsWrittenAndRead(FailureCode code) throws Exception {
            Bytes packet = new Failure(code).encode();

            assertEquals("030000130ed0000012340003000800%02x000000".formatted(code.code()), packet.hex());
            assertEquals(Optional.of(code),
                    assertInstanceOf(Failure.class, NegotiationAnswer.decode(packet)).findCode());
        }

        @Test
        void windowsAnswersWithTheseBytes() {
            assertEquals("030000130ed00000123400021f080002000000", new Selected(2, 0x1F).encode().hex());
            assertEquals("0300000b06d00000123400", new ConfirmWithoutNegotiation().encode().hex());
            assertEquals("0300000902f0802180", DisconnectUltimatum.USER_REQUESTED.encode().hex());
        }

        @ParameterizedTest
        @ValueSource(ints = { 0, 1, 2, 3, 4 })
        void eachReasonOfAnUltimatumIsWrittenAndRead(int reason) {
            var ultimatum = new DisconnectUltimatum(reason);

            assertEquals(Optional.of(ultimatum), DisconnectUltimatum.find(ultimatum.encode()));
        }

        @Test
        void aSoundPacketThatIsNoConfirmIsNotRdp() throws Exception {
            Bytes disconnectRequest = Bytes.fromHex("0300000b06800000123400");

            assertEquals(new NotRdp(disconnectRequest), NegotiationAnswer.decode(disconnectRequest));
        }

        @Test
        void flagsAndProtocolHaveNames() {
            var all = new Selected(8, 0x1F);
            assertEquals(EnumSet.allOf(ResponseFlag.class), all.flagSet());
            assertEquals(Optional.of(SecurityProtocol.HYBRID_EX), all.findProtocol());
            assertEquals(Optional.empty(), new Selected(3, 0).findProtocol());
            assertEquals(Set.of(SecurityProtocol.SSL, SecurityProtocol.HYBRID, SecurityProtocol.HYBRID_EX),
                    SecurityProtocol.in(SecurityProtocol.MSTSC));
            assertEquals(Set.of(SecurityProtocol.RDP), SecurityProtocol.in(0));
        }
    }

    @Nested
    class Requests {

        @Test
        void theSmallestProbeIsWrittenAsPublished() {
            assertEquals("030000130ee00000000000010008000b000000",
                    ConnectionRequest.offering(SecurityProtocol.MSTSC).encode().hex());
            assertEquals("0300000b06e00000000000", ConnectionRequest.withoutNegotiation().encode().hex());
        }

        @Test
        void anExampleWithCorrelationIsReadAndWritten() throws Exception {
            Bytes packet = Bytes.fromHex("0300003732e00000000000" + "0108080001000000" + CORRELATION);
            ConnectionRequest request = ConnectionRequest.decode(packet);

            NegotiationRequest negotiation = request.negotiation().orElseThrow();
            assertEquals(Optional.of(new CorrelationId(ID)), negotiation.correlation());
            assertEquals(Set.of(RequestFlag.CORRELATION_INFO_PRESENT), negotiation.flagSet());
            assertEquals(packet, request.encode());
        }

        @Test
        void anExampleWithCookieIsReadAndWritten() throws Exception {
            Bytes packet = Bytes.fromHex("0300004e49e00000000000436f6f6b69653a206d737473686173683d557365720d0a"
                    + "0108080001000000" + CORRELATION);
            ConnectionRequest request = ConnectionRequest.decode(packet);

            assertEquals(Optional.of(new Routing.Cookie("User")), request.routing());
            assertEquals(packet, request.encode());
        }

        @Test
        void aRoutingTokenIsKeptAsItIs() throws Exception {
            var token = new Routing.Token("Cookie: msts=3640205228.15629.0000");
            var request = new ConnectionRequest(Optional.of(token), Optional.of(
                    new NegotiationRequest(RequestFlag.RESTRICTED_ADMIN_MODE_REQUIRED.bit(), 3, Optional.empty())));

            assertEquals(request, ConnectionRequest.decode(request.encode()));
        }

        @Test
        void aRoutingLineCannotSmuggleALineEnd() {
            assertThrows(IllegalArgumentException.class, () -> new Routing.Cookie("a\r\nb"));
            assertThrows(IllegalArgumentException.class,
                    () -> ConnectionRequest.offering(3).withCookie("x".repeat(250)).encode());
        }

        @Test
        void theRulesOfACorrelationIdAreTold() {
            assertTrue(new CorrelationId(ID).isValid());
            assertTrue(!new CorrelationId(Bytes.fromHex("f4" + "01".repeat(15))).isValid());
            assertTrue(!new CorrelationId(Bytes.fromHex("01".repeat(15) + "0d")).isValid());
        }
    }

    @Nested
    class Damage {

        @Test
        void requestsCutAnywhereAreMalformed() throws Exception {
            Bytes whole = Bytes.fromHex("0300004e49e00000000000436f6f6b69653a206d737473686173683d557365720d0a"
                    + "0108080001000000" + CORRELATION);
            for (int size = 0; size < whole.size(); size++) {
                Bytes cut = whole.first(size);
                assertThrows(MalformedException.class, () -> ConnectionRequest.decode(cut), cut::hex);
            }
        }

        @Test
        void requestsCutAnywhereWithLengthsThatFitAreMalformedOrSmaller() throws Exception {
            byte[] whole = ConnectionRequest.offering(3).withCookie("User").encode().toArray();
            for (int size = 12; size < whole.length; size++) {
                byte[] cut = Arrays.copyOf(whole, size);
                cut[3] = (byte) size;
                cut[4] = (byte) (size - 5);
                boolean afterCookie = size == whole.length - 8;
                if (afterCookie) {
                    assertTrue(ConnectionRequest.decode(Bytes.of(cut)).negotiation().isEmpty());
                } else {
                    assertThrows(MalformedException.class, () -> ConnectionRequest.decode(Bytes.of(cut)));
                }
            }
        }

        @Test
        void answersCutAnywhereAreMalformed() {
            Bytes whole = new Selected(2, 0x1F).encode();
            for (int size = 0; size < whole.size(); size++) {
                Bytes cut = whole.first(size);
                assertThrows(MalformedException.class, () -> NegotiationAnswer.decode(cut), cut::hex);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = { "030000130fd000001234000200080001000000", "030000130ed000001234000200090001000000",
                "030000130ed000001234000500080001000000", "030000140fd00000123400020008000100000000",
                "0300ffff0ed000001234000200080001000000", "030000060ed000", "020000130ed000001234000200080001000000" })
        void lengthsAndTypesThatLieAreMalformed(String hex) {
            assertThrows(MalformedException.class, () -> NegotiationAnswer.decode(Bytes.fromHex(hex)));
        }

        @Test
        void noSingleByteChangedBreaksTheReaders() {
            byte[] request = ConnectionRequest.offering(11).withCookie("User").encode().toArray();
            byte[] answer = new Selected(2, 0x1F).encode().toArray();
            for (int value = 0; value < 256; value++) {
                for (int at = 0; at < request.length; at++) {
                    readOrRefuse(changed(request, at, value));
                }
                for (int at = 0; at < answer.length; at++) {
                    readOrRefuse(changed(answer, at, value));
                }
            }
        }

        @Test
        void noiseBehindAHeaderBreaksNoReader() {
            var random = new SplittableRandom(904);
            for (int round = 0; round < 20_000; round++) {
                byte[] noise = new byte[random.nextInt(7, 80)];
                random.nextBytes(noise);
                noise[0] = 3;
                noise[2] = 0;
                noise[3] = (byte) noise.length;
                noise[4] = (byte) (noise.length - 5);
                noise[5] = (byte) (random.nextBoolean() ? 0xE0 : 0xD0);
                readOrRefuse(noise);
            }
        }

        private static byte[] changed(byte[] bytes, int at, int value) {
            byte[] copy = bytes.clone();
            copy[at] = (byte) value;
            return copy;
        }

        /** Anything else than a value or a MalformedException fails the test. */
        private static void readOrRefuse(byte[] bytes) {
            try {
                ConnectionRequest.decode(Bytes.of(bytes)).encode();
            } catch (MalformedException refused) {
                assertTrue(!refused.getMessage().isBlank());
            }
            try {
                NegotiationAnswer.decode(Bytes.of(bytes)).encode();
            } catch (MalformedException refused) {
                assertTrue(!refused.getMessage().isBlank());
            }
        }
    }
}
