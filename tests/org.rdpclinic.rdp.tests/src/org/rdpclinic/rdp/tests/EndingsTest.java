// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.HelloOutcome;
import org.rdpclinic.rdp.client.NegotiationOutcome;
import org.rdpclinic.rdp.client.Stage;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.client.TlsOutcome.TlsEnded;
import org.rdpclinic.rdp.client.Traffic;
import org.rdpclinic.rdp.server.AcceptedConnection;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.FailureCode;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.NegotiationAnswer.DisconnectUltimatum;
import org.rdpclinic.rdp.x224.NegotiationAnswer.NotRdp;
import org.rdpclinic.rdp.x224.NegotiationAnswer.Selected;

/** Every way in which a server can end a connection, played by a script, told apart by the client. */
class EndingsTest {

    private static final TlsServing SERVING = Certificates.rsa(2048, "SHA256");
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final ConnectionRequest REQUEST = ConnectionRequest.offering(0x0B);

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Nested
    class WhileNegotiating {

        private NegotiationOutcome negotiate(Duration patience, Loopback.Script script) throws Exception {
            try (var loopback = new Loopback(script)) {
                return loopback.connection().negotiate(REQUEST, Deadline.in(patience));
            }
        }

        private NegotiationOutcome.Ended ended(Duration patience, Loopback.Script script) throws Exception {
            return assertInstanceOf(NegotiationOutcome.Ended.class, negotiate(patience, script));
        }

        @Test
        void closesAreToldFromResets() throws Exception {
            var closed = ended(Loopback.LONG, (server, socket) -> {
                server.readRequest(Loopback.soon());
                server.close();
            });
            var reset = ended(Loopback.LONG, (server, socket) -> {
                server.readRequest(Loopback.soon());
                server.reset();
            });

            assertEquals(new Ending.Closed(), closed.ending());
            assertEquals(new Ending.Reset(), reset.ending());
            assertEquals(19, closed.traffic().sent());
            assertEquals(0, closed.traffic().received());
            assertTrue(closed.traffic().timeToFirstByte().isEmpty());
        }

        @Test
        void silenceEndsByTheDeadline() throws Exception {
            var silent = ended(SHORT, (server, socket) -> socket.getInputStream().readAllBytes());

            assertEquals(new Ending.Silent(), silent.ending());
            assertTrue(silent.traffic().elapsed().compareTo(SHORT) >= 0);
        }

        @Test
        void anAnswerCutShortIsACloseWithItsBytes() throws Exception {
            var ended = ended(Loopback.LONG, (server, socket) -> {
                server.readRequest(Loopback.soon());
                server.write(new Selected(2, 0).encode().first(11));
                server.close();
            });

            assertEquals(new Ending.Closed(), ended.ending());
            assertEquals(new Selected(2, 0).encode().first(11), ended.traffic().firstBytes());
        }

        @Test
        void otherServicesAreNotRdp() throws Exception {
            var outcome = negotiate(Loopback.LONG, (server, socket) -> {
                server.write(ascii("SSH-2.0-OpenSSH_9.2\r\n"));
                server.close();
            });

            assertEquals(new NotRdp(ascii("SSH-2.0-OpenSSH_9.2\r\n")),
                    assertInstanceOf(NegotiationOutcome.Answered.class, outcome).answer());
        }

        @Test
        void anEndlessTalkerIsReadToSixtyFourBytesOnly() throws Exception {
            var outcome = negotiate(Loopback.LONG, (server, socket) -> {
                while (true) {
                    server.write(ascii("x".repeat(1000)));
                }
            });

            assertEquals(new NotRdp(ascii("x".repeat(64))),
                    assertInstanceOf(NegotiationOutcome.Answered.class, outcome).answer());
        }

        @Test
        void aLengthThatLiesIsMalformedBeforeItIsBelieved() throws Exception {
            var ended = ended(Loopback.LONG, (server, socket) -> {
                server.write(Bytes.fromHex("0300ffff"));
                server.readRequest(Loopback.soon());
            });

            assertInstanceOf(Ending.Malformed.class, ended.ending());
            assertEquals(4, ended.traffic().received());
        }

        @Test
        void anAnswerInSingleBytesIsAnAnswer() throws Exception {
            var outcome = negotiate(Loopback.LONG, (server, socket) -> {
                socket.setTcpNoDelay(true);
                server.readRequest(Loopback.soon());
                byte[] answer = new Selected(2, 0x1F).encode().toArray();
                for (byte each : answer) {
                    server.write(Bytes.of(each));
                }
            });

            assertEquals(new Selected(2, 0x1F),
                    assertInstanceOf(NegotiationOutcome.Answered.class, outcome).answer());
        }

        @Test
        void aDripOfSingleBytesDoesNotOutliveTheDeadline() throws Exception {
            var silent = ended(SHORT, (server, socket) -> {
                socket.setTcpNoDelay(true);
                server.write(Bytes.fromHex("0300100000"));
                while (true) {
                    server.write(Bytes.fromHex("00"));
                    Thread.sleep(20);
                }
            });

            assertEquals(new Ending.Silent(), silent.ending());
            assertTrue(silent.traffic().received() > 5);
        }

        @Test
        void whatFollowsAFailureIsNotReadWithIt() throws Exception {
            var outcome = negotiate(Loopback.LONG, (server, socket) -> {
                server.readRequest(Loopback.soon());
                server.write(new NegotiationAnswer.Failure(FailureCode.SSL_CERT_NOT_ON_SERVER).encode()
                        .plus(DisconnectUltimatum.USER_REQUESTED.encode()));
                server.close();
            });

            assertEquals(new NegotiationAnswer.Failure(3),
                    assertInstanceOf(NegotiationOutcome.Answered.class, outcome).answer());
            assertEquals(19, outcome.traffic().received());
        }

        @Test
        void closingTheSocketElsewhereEndsTheWait() throws Exception {
            var held = new Loopback[1];
            held[0] = new Loopback((server, socket) -> {
                server.readRequest(Loopback.soon());
                held[0].connection().close();
                held[0].hold();
            });
            try (var loopback = held[0]) {
                var outcome = loopback.connection().negotiate(REQUEST, Loopback.soon());
                assertEquals(new Ending.Abandoned(),
                        assertInstanceOf(NegotiationOutcome.Ended.class, outcome).ending());
            }
        }
    }

    @Nested
    class WhileTlsIsDue {

        private TlsEnded ended(TlsOffer offer, Duration patience, Loopback.Script script) throws Exception {
            try (var loopback = new Loopback(script)) {
                return assertInstanceOf(TlsEnded.class,
                        loopback.connection().startTls(offer, Deadline.in(patience)));
            }
        }

        private TlsEnded ended(Loopback.Script script) throws Exception {
            return ended(TlsOffer.mstsc(), Loopback.LONG, script);
        }

        private TlsEnded answered(Bytes bytes) throws Exception {
            return ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.write(bytes);
                server.close();
            });
        }

        @Test
        void aCloseAndAResetOnTheHelloAreToldApart() throws Exception {
            TlsEnded closed = answered(Bytes.EMPTY);
            TlsEnded reset = ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.reset();
            });

            assertEquals(Stage.CLIENT_HELLO, closed.stage());
            assertEquals(new Ending.Closed(), closed.ending());
            assertEquals(Stage.CLIENT_HELLO, reset.stage());
            assertEquals(new Ending.Reset(), reset.ending());
            assertEquals(0, reset.traffic().received());
            assertTrue(reset.traffic().sent() > 100);
        }

        @Test
        void aServerThatClosesBeforeItSawTheHelloIsTold() throws Exception {
            TlsEnded ended = ended(TlsOffer.mstsc().withPause(Loopback.LONG), Loopback.LONG,
                    (server, socket) -> server.close());

            assertEquals(Stage.BEFORE_CLIENT_HELLO, ended.stage());
            assertEquals(new Ending.Closed(), ended.ending());
            assertEquals(0, ended.traffic().sent());
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void aServerThatClosedInOrderIsNotTakenForOneThatBrokeOff() throws Exception {
            // Without a pause the hello meets a closed socket, whose system then answers with a reset.
            try (var loopback = new Loopback((server, socket) -> server.close())) {
                assertNull(loopback.serverFailure());
                TlsEnded ended = assertInstanceOf(TlsEnded.class,
                        loopback.connection().startTls(TlsOffer.mstsc(), Loopback.soon()));

                assertEquals(Stage.CLIENT_HELLO, ended.stage());
                assertEquals(new Ending.Closed(), ended.ending());
            }
        }

        @Test
        void aServerThatResetsBeforeItSawTheHelloIsTold() throws Exception {
            TlsEnded ended = ended(TlsOffer.mstsc().withPause(Loopback.LONG), Loopback.LONG,
                    (server, socket) -> server.reset());

            assertEquals(Stage.BEFORE_CLIENT_HELLO, ended.stage());
            assertEquals(new Ending.Reset(), ended.ending());
        }

        @Test
        void aPauseThatNothingBreaksIsFollowedByTheHandshake() throws Exception {
            try (var loopback = new Loopback((server, socket) -> server.serveTls(SERVING, Loopback.soon()))) {
                assertInstanceOf(TlsOutcome.TlsEstablished.class, loopback.connection()
                        .startTls(TlsOffer.mstsc().withPause(Duration.ofMillis(20)), Loopback.soon()));
            }
        }

        @Test
        void silenceAfterTheHelloIsTold() throws Exception {
            TlsEnded ended = ended(TlsOffer.mstsc(), SHORT, (server, socket) -> {
                server.readClientHello(Loopback.soon());
                socket.getInputStream().readAllBytes();
            });

            assertEquals(Stage.CLIENT_HELLO, ended.stage());
            assertEquals(new Ending.Silent(), ended.ending());
        }

        @Test
        void anAlertIsKeptWithItsLevelAndNumber() throws Exception {
            TlsEnded ended = answered(TlsAlert.HANDSHAKE_FAILURE.encode());

            assertEquals(new Ending.Alerted(new TlsAlert(2, 40)), ended.ending());
            assertEquals("handshake_failure (40)", ((Ending.Alerted) ended.ending()).alert().toString());
        }

        @Test
        void aWarningIsNotTheEndingOfAServerThatThenIsSilent() throws Exception {
            TlsEnded ended = ended(TlsOffer.mstsc(), SHORT, (server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.alert(new TlsAlert(TlsAlert.WARNING, 112));
                socket.getInputStream().readAllBytes();
            });

            assertEquals(new Ending.Silent(), ended.ending());
            assertEquals(7, ended.traffic().received());
        }

        @Test
        void aGoodbyeInPlaceOfAHelloIsAnAlert() throws Exception {
            assertEquals(new Ending.Alerted(TlsAlert.CLOSE_NOTIFY), answered(TlsAlert.CLOSE_NOTIFY.encode()).ending());
        }

        @Test
        void anAlertBeforeAResetIsStillRead() throws Exception {
            TlsEnded ended = ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.alert(TlsAlert.INTERNAL_ERROR);
                server.reset();
            });

            assertEquals(new Ending.Alerted(TlsAlert.INTERNAL_ERROR), ended.ending());
        }

        @Test
        void theUltimatumInClearIsRecognised() throws Exception {
            TlsEnded ended = answered(DisconnectUltimatum.USER_REQUESTED.encode());

            Ending.ClearText clear = assertInstanceOf(Ending.ClearText.class, ended.ending());
            assertEquals(DisconnectUltimatum.USER_REQUESTED, clear.findUltimatum().orElseThrow());
            assertEquals(9, ended.traffic().received());
        }

        @Test
        void theUltimatumIsRecognisedBeforeTheHelloToo() throws Exception {
            TlsEnded ended = ended(TlsOffer.mstsc().withPause(Loopback.LONG), Loopback.LONG, (server, socket) -> {
                server.answer(DisconnectUltimatum.USER_REQUESTED);
                server.close();
            });

            assertEquals(Stage.BEFORE_CLIENT_HELLO, ended.stage());
            assertEquals(new Ending.ClearText(DisconnectUltimatum.USER_REQUESTED.encode()), ended.ending());
        }

        @Test
        void textInClearIsKept() throws Exception {
            Bytes text = ascii("HTTP/1.1 400 Bad Request\r\n\r\n");

            assertEquals(new Ending.ClearText(text), answered(text).ending());
        }

        @Test
        void garbageIsMalformed() throws Exception {
            Bytes garbage = Bytes.fromHex("ff00aa5501");

            Ending.Malformed malformed = assertInstanceOf(Ending.Malformed.class, answered(garbage).ending());
            assertEquals(garbage, malformed.firstBytes());
        }

        @Test
        void garbageInARecordIsMalformed() throws Exception {
            assertInstanceOf(Ending.Malformed.class, answered(Bytes.fromHex("160303000502000001" + "00")).ending());
            assertInstanceOf(Ending.Malformed.class, answered(Bytes.fromHex("1603037fff" + "00".repeat(40))).ending());
        }

        @Test
        void aBreakAfterTheServerHelloIsTold() throws Exception {
            TlsEnded ended = played(TlsVersion.TLS_1_3, 130);

            assertEquals(Stage.SERVER_HELLO, ended.stage());
            assertEquals(new Ending.Closed(), ended.ending());
            assertEquals(TlsVersion.TLS_1_3, ended.version().orElseThrow());
            assertEquals(0x1302, ended.cipherSuite().orElseThrow());
            assertTrue(ended.chain().isEmpty());
        }

        @Test
        void aBreakWithinTheServerHelloIsNone() throws Exception {
            TlsEnded ended = played(TlsVersion.TLS_1_2, 20);

            assertEquals(Stage.CLIENT_HELLO, ended.stage());
            assertEquals(20, ended.traffic().received());
            assertEquals(new Ending.Closed(), ended.ending());
        }

        @Test
        void aBreakAfterTheCertificateKeepsTheCertificate() throws Exception {
            // ServerHello and certificate are shorter than this, all that comes with them is longer.
            int afterCertificate = 5 + 100 + 5 + SERVING.chain().der().getFirst().size() + 10;
            TlsEnded ended = played(TlsVersion.TLS_1_2, afterCertificate);

            assertEquals(Stage.CERTIFICATE, ended.stage());
            assertEquals(SERVING.chain(), ended.chain());
            assertEquals(new Ending.Closed(), ended.ending());
        }

        @Test
        void anEndlessPeerIsGivenUp() throws Exception {
            // Warnings are passed over, so nothing but the bound ends this.
            TlsEnded ended = ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                Bytes warning = Bytes.fromHex("15030300020170");
                for (int i = 0; i < 10; i++) {
                    warning = warning.plus(warning);
                }
                while (true) {
                    server.write(warning);
                }
            });

            assertInstanceOf(Ending.Malformed.class, ended.ending());
            assertTrue(ended.traffic().received() <= 600_000);
            assertEquals(Traffic.KEPT, ended.traffic().firstBytes().size());
        }

        @Test
        void closingTheSocketElsewhereEndsTheHandshake() throws Exception {
            var held = new Loopback[1];
            held[0] = new Loopback((server, socket) -> {
                server.readClientHello(Loopback.soon());
                held[0].connection().close();
                held[0].hold();
            });
            try (var loopback = held[0]) {
                assertEquals(new Ending.Abandoned(), assertInstanceOf(TlsEnded.class,
                        loopback.connection().startTls(TlsOffer.mstsc(), Loopback.soon())).ending());
            }
        }

        /** A real server behind a wire that is cut after so many of its bytes. */
        private TlsEnded played(TlsVersion version, int bytes) throws Exception {
            try (var inner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread real = Thread.ofPlatform().daemon().start(() -> serve(inner));
                TlsEnded ended = ended(TlsOffer.only(version), Loopback.LONG, (server, socket) -> {
                    try (var behind = new Socket(inner.getInetAddress(), inner.getLocalPort())) {
                        byte[] hello = new byte[16 * 1024];
                        int size = socket.getInputStream().read(hello);
                        behind.getOutputStream().write(hello, 0, size);
                        server.write(Bytes.of(behind.getInputStream().readNBytes(bytes)));
                    }
                    server.close();
                });
                real.join();
                return ended;
            }
        }

        private static void serve(ServerSocket inner) {
            try (var server = new AcceptedConnection(inner.accept())) {
                server.serveTls(SERVING.withVersions(EnumSet.allOf(TlsVersion.class)), Loopback.soon());
            } catch (IOException cut) {
                // The wire is cut in the middle: a handshake that fails is what this server is for.
                return;
            }
        }
    }

    @Nested
    class OfAHelloAlone {

        private HelloOutcome.Ended ended(Loopback.Script script) throws Exception {
            try (var loopback = new Loopback(script)) {
                return assertInstanceOf(HelloOutcome.Ended.class, loopback.connection().sendHello(
                        TlsOffer.mstsc().withCipherSuites(List.of(0x0005)), Deadline.in(Loopback.LONG)));
            }
        }

        @Test
        void closeResetAlertAndClearTextAreToldApart() throws Exception {
            assertEquals(new Ending.Closed(), ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.close();
            }).ending());
            assertEquals(new Ending.Reset(), ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.reset();
            }).ending());
            assertEquals(new Ending.Alerted(TlsAlert.PROTOCOL_VERSION), ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.alert(TlsAlert.PROTOCOL_VERSION);
            }).ending());
            assertEquals(new Ending.ClearText(DisconnectUltimatum.USER_REQUESTED.encode()), ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.answer(DisconnectUltimatum.USER_REQUESTED);
            }).ending());
        }

        @Test
        void anythingElseInARecordIsMalformed() throws Exception {
            assertInstanceOf(Ending.Malformed.class, ended((server, socket) -> {
                server.readClientHello(Loopback.soon());
                server.write(Bytes.fromHex("1703030001" + "00"));
            }).ending());
        }
    }
}
