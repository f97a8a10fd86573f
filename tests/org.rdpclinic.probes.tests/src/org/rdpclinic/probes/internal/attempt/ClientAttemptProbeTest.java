// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.probes.tests.ScriptedServer.answering;
import static org.rdpclinic.probes.tests.ScriptedServer.closing;
import static org.rdpclinic.probes.tests.ScriptedServer.resetting;
import static org.rdpclinic.probes.tests.ScriptedServer.selecting;
import static org.rdpclinic.probes.tests.ScriptedServer.sending;
import static org.rdpclinic.probes.tests.ScriptedServer.serving;
import static org.rdpclinic.probes.tests.ScriptedServer.silent;
import static org.rdpclinic.probes.tests.ScriptedServer.soon;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.probes.internal.network.NameResolutionProbe;
import org.rdpclinic.probes.internal.network.TcpConnectProbe;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestCertificate;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.x224.FailureCode;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

class ClientAttemptProbeTest {

    private static final String FIRST = "client-1";

    @Nested
    class InTheNegotiation {

        @Test
        void theRequestCarriesTheClientsBits() throws Exception {
            List<Integer> asked = new ArrayList<>();
            ScriptedServer.Script script = connection -> {
                asked.add(connection.readRequest(soon()).protocols());
                connection.close();
            };
            Played.once(script);
            TestRequest request = Played.once(script, TestRequest.MSTSC.withProtocols(0x1));
            assertEquals(List.of(0xB, 0x1), asked);
            assertEquals(1L, request.value(NegotiationKeys.REQUESTED, FIRST));
        }

        @Test
        void anAttemptIsKnownAgain() throws Exception {
            TestRequest request = Played.once(closing());
            assertEquals("client", request.value(AttemptKeys.PURPOSE, FIRST));
            assertEquals("192.0.2.1:3389", request.value(AttemptKeys.ADDRESS, FIRST));
            assertTrue(request.value(AttemptKeys.LOCAL_PORT, FIRST) > 0);
        }

        @Test
        void closesAreToldFromResets() throws Exception {
            TestRequest closed = Played.once(closing());
            TestRequest reset = Played.once(resetting());
            assertEquals("closed", closed.value(NegotiationKeys.OUTCOME, FIRST));
            assertEquals("reset", reset.value(NegotiationKeys.OUTCOME, FIRST));
            assertEquals("negotiate", closed.value(AttemptKeys.ENDED_AT, FIRST));
            assertEquals("negotiate", reset.value(AttemptKeys.ENDED_AT, FIRST));
            assertTrue(closed.any(NegotiationKeys.CLIENT_VERDICT).isEmpty());
        }

        @Test
        void aGoodbyeInPlaceOfAnAnswerIsAClose() throws Exception {
            TestRequest request = Played.once(answering(NegotiationAnswer.DisconnectUltimatum.USER_REQUESTED));
            assertEquals("closed", request.value(NegotiationKeys.OUTCOME, FIRST));
        }

        @Test
        void somethingElseThanRdpIsShownByItsFirstBytes() throws Exception {
            TestRequest request =
                    Played.once(sending(Bytes.of("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII))));
            assertEquals("not-rdp", request.value(NegotiationKeys.OUTCOME, FIRST));
            assertTrue(request.value(NegotiationKeys.FIRST_BYTES, FIRST).toLowerCase().startsWith("5353482d"));
            assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, FIRST));
        }

        @Test
        void anAnswerWithALengthThatLiesIsNoRdp() throws Exception {
            TestRequest request = Played.once(sending(Bytes.fromHex("030000130ed000001234000201FF0001000000")));
            assertEquals("not-rdp", request.value(NegotiationKeys.OUTCOME, FIRST));
        }

        @Test
        void silenceLastsAsLongAsTheSettingSays() throws Exception {
            try (ScriptedServer server = new ScriptedServer(silent())) {
                TestRequest request =
                        Played.against(server).with(ProbeSettings.ANSWER_TIMEOUT, Duration.ofMillis(60));
                request.run(new ClientAttemptProbe());
                assertEquals("silent", request.value(NegotiationKeys.OUTCOME, FIRST));
                assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, FIRST));
            }
        }

        @Test
        void aSilenceThatWasCutShortSaysNothing() throws Exception {
            try (ScriptedServer server = new ScriptedServer(silent())) {
                TestRequest request = Played.against(server).time(Duration.ofMillis(60));
                request.run(new ClientAttemptProbe());
                assertTrue(request.any(NegotiationKeys.OUTCOME).isEmpty());
                assertTrue(request.any(AttemptKeys.ENDED_AT).isEmpty());
            }
        }

        @Test
        void eachFailureHasItsCode() throws Exception {
            for (FailureCode code : Set.of(FailureCode.SSL_CERT_NOT_ON_SERVER, FailureCode.HYBRID_REQUIRED_BY_SERVER)) {
                TestRequest request = Played.once(answering(new NegotiationAnswer.Failure(code)));
                assertEquals("failure", request.value(NegotiationKeys.OUTCOME, FIRST));
                assertEquals((long) code.code(), request.value(NegotiationKeys.FAILURE_CODE, FIRST));
                assertEquals("refuses", request.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
                assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, FIRST));
            }
        }
    }

    @Nested
    class WithoutTls {

        private final ScriptedServer.Script rdpOnly = connection -> connection.answer(
                connection.readRequest(soon()).protocols() == 0 ? new NegotiationAnswer.Selected(0, 0)
                        : new NegotiationAnswer.Failure(FailureCode.SSL_NOT_ALLOWED_BY_SERVER));

        @Test
        void aClientThatFallsBackConnectsOnceMore() throws Exception {
            TestRequest request = Played.once(rdpOnly);
            assertEquals("falls-back", request.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            assertEquals("none", request.value(AttemptKeys.ENDED_AT, FIRST));
            assertEquals(0L, request.value(NegotiationKeys.REQUESTED, "client-1-fallback"));
            assertEquals("goes-on", request.value(NegotiationKeys.CLIENT_VERDICT, "client-1-fallback"));
            assertEquals("none", request.value(AttemptKeys.ENDED_AT, "client-1-fallback"));
        }

        @Test
        void aClientThatRefusesUnprovenServersDoesNot() throws Exception {
            TestRequest request = Played.once(rdpOnly, TestRequest.MSTSC.withAuthenticationLevel(1));
            assertEquals("refuses", request.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, FIRST));
            assertEquals(1, ClientAttempts.of(request.observed()).subjects().size());
        }

        @Test
        void aServerThatSelectsNoTlsIsTakenOrLeft() throws Exception {
            ScriptedServer.Script plain = answering(new NegotiationAnswer.Selected(0, 0));
            assertEquals("falls-back", Played.once(plain).value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            TestRequest refusing = Played.once(plain, TestRequest.MSTSC.withAuthenticationLevel(1));
            assertEquals("refuses", refusing.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            assertEquals("negotiate", refusing.value(AttemptKeys.ENDED_AT, FIRST));
        }

        @Test
        void aConfirmAloneIsWhatOldServersSay() throws Exception {
            TestRequest request = Played.once(answering(new NegotiationAnswer.ConfirmWithoutNegotiation()));
            assertEquals("confirm-only", request.value(NegotiationKeys.OUTCOME, FIRST));
            assertEquals("falls-back", request.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            assertTrue(request.any(NegotiationKeys.SELECTED).isEmpty());
        }
    }

    @Nested
    class InTls {

        @Test
        void aHandshakeIsSeenToItsEnd() throws Exception {
            TestRequest request = Played.once(selecting(2, serving(TestCertificate.good().serving())));
            assertEquals(2L, request.value(NegotiationKeys.SELECTED, FIRST));
            assertEquals(0x0FL, request.value(NegotiationKeys.FLAGS, FIRST));
            assertEquals("goes-on", request.value(NegotiationKeys.CLIENT_VERDICT, FIRST));
            assertEquals("client", request.value(TlsKeys.OFFERED, FIRST));
            assertEquals("established", request.value(TlsKeys.OUTCOME, FIRST));
            assertEquals("TLS 1.3", request.value(TlsKeys.VERSION, FIRST));
            assertTrue(request.value(TlsKeys.CIPHER_SUITE, FIRST).startsWith("TLS_"));
            assertTrue(request.value(TlsKeys.SERVER_HELLO, FIRST));
            assertTrue(request.value(TlsKeys.BYTES_RECEIVED, FIRST) > 500);
            assertEquals("none", request.value(AttemptKeys.ENDED_AT, FIRST));
            assertEquals("CN=server.example", request.value(CertificateKeys.SUBJECT,
                    Subject.certificate(request.value(AttemptKeys.CERTIFICATE, FIRST))));
        }

        @Test
        void theHelloOffersTheClientsVersionsAndTheNameDialled() throws Exception {
            List<Object> seen = new ArrayList<>();
            ScriptedServer.Script script = selecting(1, connection -> {
                seen.add(connection.readClientHello(soon()).versions());
                seen.add(connection.readClientHello(soon()).serverName());
                connection.reset();
            });
            Played.once(script);
            assertEquals(List.of(Set.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), Optional.of("server.example")), seen);
        }

        @Test
        void anAddressIsNeverSentAsAName() throws Exception {
            List<Optional<String>> names = new ArrayList<>();
            try (ScriptedServer server = new ScriptedServer(selecting(1, connection -> {
                names.add(connection.readClientHello(soon()).serverName());
                connection.reset();
            }))) {
                Played.at("192.0.2.1", "192.0.2.1", server).run(new ClientAttemptProbe());
            }
            assertEquals(List.of(Optional.empty()), names);
        }

        @Test
        void aCloseAtTheHelloIsToldFromAReset() throws Exception {
            TestRequest closed = Played.once(selecting(2, connection -> connection.readClientHello(soon())));
            TestRequest reset = Played.once(selecting(2, connection -> {
                connection.readClientHello(soon());
                connection.reset();
            }));
            assertEquals("closed", closed.value(TlsKeys.OUTCOME, FIRST));
            assertEquals("reset", reset.value(TlsKeys.OUTCOME, FIRST));
            for (TestRequest request : List.of(closed, reset)) {
                assertFalse(request.value(TlsKeys.BEFORE_HELLO, FIRST));
                assertFalse(request.value(TlsKeys.SERVER_HELLO, FIRST));
                assertEquals(0L, request.value(TlsKeys.BYTES_RECEIVED, FIRST));
                assertEquals("tls", request.value(AttemptKeys.ENDED_AT, FIRST));
                assertTrue(request.any(AttemptKeys.CERTIFICATE).isEmpty());
            }
        }

        @Test
        void aServerThatClosesBeforeTheHelloHasNotSeenIt() throws Exception {
            TestRequest request = Played.once(selecting(2, connection -> connection.close()));
            assertEquals("closed", request.value(TlsKeys.OUTCOME, FIRST));
            assertTrue(request.value(TlsKeys.BEFORE_HELLO, FIRST));
            assertTrue(request.any(TlsKeys.TIME).isEmpty());
        }

        @Test
        void anAlertHasItsNumber() throws Exception {
            TestRequest request = Played.once(selecting(2, connection -> {
                connection.readClientHello(soon());
                connection.alert(TlsAlert.PROTOCOL_VERSION);
            }));
            assertEquals("alert", request.value(TlsKeys.OUTCOME, FIRST));
            assertEquals(70L, request.value(TlsKeys.ALERT, FIRST));
            assertFalse(request.value(TlsKeys.SERVER_HELLO, FIRST));
        }

        @Test
        void aVersionThatTheClientDoesNotOfferMakesItGiveUp() throws Exception {
            TestRequest request = Played.once(selecting(2, connection -> connection.serveTls(
                    TestCertificate.good().serving().withVersions(Set.of(TlsVersion.TLS_1_1)), soon())));
            assertEquals("alert", request.value(TlsKeys.OUTCOME, FIRST));
            assertEquals("tls", request.value(AttemptKeys.ENDED_AT, FIRST));
        }

        @Test
        void whatOurSideCannotReadIsNoAlertOfTheServers() throws Exception {
            TestRequest request = Played.once(selecting(2, connection -> {
                connection.readClientHello(soon());
                connection.write(Bytes.fromHex("16030300001603030000"));
            }));
            assertEquals("garbage", request.value(TlsKeys.OUTCOME, FIRST));
            assertFalse(request.value(TlsKeys.SERVER_HELLO, FIRST));
        }

        @Test
        void clearTextIsToldFromGarbage() throws Exception {
            TestRequest clear = Played.once(selecting(1, connection -> {
                connection.readClientHello(soon());
                connection.write(Bytes.fromHex("0300000902f0802180"));
            }));
            assertEquals("clear-text", clear.value(TlsKeys.OUTCOME, FIRST));
            TestRequest garbage = Played.once(selecting(1, connection -> {
                connection.readClientHello(soon());
                connection.write(Bytes.fromHex("1603030004DEADBEEF"));
            }));
            assertEquals("garbage", garbage.value(TlsKeys.OUTCOME, FIRST));
        }

        @Test
        void silenceAfterTheHelloIsSilence() throws Exception {
            try (ScriptedServer server = new ScriptedServer(selecting(2, connection -> {
                connection.readClientHello(soon());
                connection.readRequest(soon());
            }))) {
                TestRequest request =
                        Played.against(server).with(ProbeSettings.ANSWER_TIMEOUT, Duration.ofMillis(100));
                request.run(new ClientAttemptProbe());
                assertEquals("silent", request.value(TlsKeys.OUTCOME, FIRST));
                assertEquals("tls", request.value(AttemptKeys.ENDED_AT, FIRST));
            }
        }
    }

    @Test
    void eachAddressThatAcceptsIsTriedOnce() throws Exception {
        try (ScriptedServer good = new ScriptedServer(selecting(2, serving(TestCertificate.good().serving())));
                ScriptedServer bad = new ScriptedServer(closing())) {
            TestNetwork network = new TestNetwork().name("srv", "192.0.2.1", "192.0.2.2", "192.0.2.3")
                    .server("192.0.2.1", 3389, good).server("192.0.2.3", 3389, bad);
            TestRequest request = new TestRequest("srv", network).runAll(new NameResolutionProbe(),
                    new TcpConnectProbe(), new ClientAttemptProbe());
            assertEquals("none", request.value(AttemptKeys.ENDED_AT, FIRST));
            assertEquals("192.0.2.3:3389", request.value(AttemptKeys.ADDRESS, "client-2"));
            assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, "client-2"));
            assertEquals(2, ClientAttempts.of(request.observed()).count());
        }
    }

    @Test
    void cancellingEndsASilentStepAtOnceAndSaysNothingOfTheServer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.readRequest(soon());
            asked.countDown();
            connection.readRequest(soon());
        })) {
            TestRequest request = Played.against(server);
            FutureTask<ProbeOutcome> run = new FutureTask<>(() -> request.run(new ClientAttemptProbe()));
            Thread thread = Thread.ofPlatform().daemon().start(run);
            asked.await();
            request.cancel();
            thread.join();
            assertInstanceOf(ProbeOutcome.Completed.class, run.get());
            assertEquals(0xBL, request.value(NegotiationKeys.REQUESTED, FIRST));
            assertTrue(request.any(NegotiationKeys.OUTCOME).isEmpty());
            assertTrue(request.any(AttemptKeys.ENDED_AT).isEmpty());
        }
    }

    @Test
    void withoutAnAcceptingAddressThereIsNothingToDo() throws Exception {
        TestRequest request = new TestRequest("srv", new TestNetwork().name("srv", "192.0.2.1"));
        request.runAll(new NameResolutionProbe(), new TcpConnectProbe());
        assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new ClientAttemptProbe()));
    }
}
