// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.rdpclinic.probes.tests.ScriptedServer.closing;
import static org.rdpclinic.probes.tests.ScriptedServer.selecting;
import static org.rdpclinic.probes.tests.ScriptedServer.sending;
import static org.rdpclinic.probes.tests.ScriptedServer.serving;
import static org.rdpclinic.probes.tests.ScriptedServer.silent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.probes.internal.network.NameResolutionProbe;
import org.rdpclinic.probes.internal.network.TcpConnectProbe;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestCertificate;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.wire.Bytes;

class StabilityProbeTest {

    private static final ScriptedServer.Script GOOD = selecting(2, serving(TestCertificate.good().serving()));

    private static Set<Object> endings(TestRequest request) {
        return request.observed().of(AttemptKeys.ENDED_AT).map(Observation::value).collect(Collectors.toSet());
    }

    @Test
    void aServerThatClosesNowAndThenDiffersFromOneThatDoesNot() throws Exception {
        try (ScriptedServer steady = new ScriptedServer(GOOD);
                ScriptedServer moody = ScriptedServer.byNumber(number -> number % 3 == 0 ? closing() : GOOD)) {
            TestRequest same = Played.against(steady).runAll(new ClientAttemptProbe(), new StabilityProbe());
            assertEquals(Set.of("none"), endings(same));
            assertEquals(6, ClientAttempts.of(same.observed()).count());
            TestRequest differing = Played.against(moody).runAll(new ClientAttemptProbe(), new StabilityProbe());
            assertEquals(Set.of("none", "negotiate"), endings(differing));
        }
    }

    @Test
    void noMoreThanTwoConnectionsStandAtOnce() throws Exception {
        try (ScriptedServer server = new ScriptedServer(GOOD)) {
            TestNetwork network =
                    new TestNetwork().name("srv", "127.0.0.1").server("127.0.0.1", 3389, server);
            TestRequest request = new TestRequest("srv", network).with(ProbeSettings.ATTEMPTS, 9L);
            request.runAll(new NameResolutionProbe(), new TcpConnectProbe(), new ClientAttemptProbe(),
                    new StabilityProbe(), new CapabilitiesProbe(), new TlsVersionsProbe());
            assertEquals(9, ClientAttempts.of(request.observed()).count());
            assertEquals(2, network.mostOpen());
        }
    }

    @Test
    void eachCertificateIsDescribedOnce() throws Exception {
        TlsServing one = TestCertificate.good().serving();
        TlsServing other =
                TestCertificate.good().keyed(TestCertificate.ec("secp256r1"), "SHA256withECDSA").serving();
        try (ScriptedServer farm = ScriptedServer.byNumber(number -> selecting(2,
                serving(number % 2 == 0 ? one : other)))) {
            TestRequest request = Played.against(farm).runAll(new ClientAttemptProbe(), new StabilityProbe());
            assertEquals(2, request.observed().of(CertificateKeys.SUBJECT).count());
            assertEquals(6, request.observed().of(AttemptKeys.CERTIFICATE).count());
        }
    }

    @Test
    void onlyTheFirstAttemptWaitsToSeeWhetherTheServerClosesEarly() throws Exception {
        try (ScriptedServer server = new ScriptedServer(GOOD)) {
            TestRequest request = Played.against(server).runAll(new ClientAttemptProbe(), new StabilityProbe());
            assertEquals(List.of(Subject.attempt("client-1")),
                    request.observed().of(TlsKeys.BEFORE_HELLO).map(Observation::subject).toList());
        }
    }

    @Test
    void addressesTakeTurns() throws Exception {
        try (ScriptedServer first = new ScriptedServer(GOOD); ScriptedServer second = new ScriptedServer(closing())) {
            TestNetwork network = new TestNetwork().name("srv", "192.0.2.1", "192.0.2.2")
                    .server("192.0.2.1", 3389, first).server("192.0.2.2", 3389, second);
            TestRequest request = new TestRequest("srv", network).runAll(new NameResolutionProbe(),
                    new TcpConnectProbe(), new ClientAttemptProbe(), new StabilityProbe());
            for (String address : List.of("192.0.2.1:3389", "192.0.2.2:3389")) {
                assertEquals(3, request.observed().of(AttemptKeys.ADDRESS)
                        .filter(observation -> observation.value().equals(address)).count());
            }
        }
    }

    @Test
    void aSecondSilenceIsEnough() throws Exception {
        try (ScriptedServer server = new ScriptedServer(silent())) {
            TestRequest request = Played.against(server).with(ProbeSettings.ANSWER_TIMEOUT, Duration.ofMillis(60));
            request.runAll(new ClientAttemptProbe(), new StabilityProbe());
            assertEquals(3, ClientAttempts.of(request.observed()).count());
        }
    }

    @Test
    void whatIsNotRdpIsNotRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(sending(Bytes.fromHex("485454502F312E31")))) {
            TestRequest request = Played.against(server).runAll(new ClientAttemptProbe());
            assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new StabilityProbe()));
        }
    }

    @Test
    void oneAttemptMayBeAllThatIsWanted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(closing())) {
            TestRequest request = Played.against(server).with(ProbeSettings.ATTEMPTS, 1L);
            request.run(new ClientAttemptProbe());
            assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new StabilityProbe()));
            assertEquals(1, ClientAttempts.of(request.observed()).count());
        }
    }
}
