// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.probes.tests.ScriptedServer.answering;
import static org.rdpclinic.probes.tests.ScriptedServer.selecting;
import static org.rdpclinic.probes.tests.ScriptedServer.serving;
import static org.rdpclinic.probes.tests.ScriptedServer.soon;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.ServerKeys;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestCertificate;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

class TlsVersionsProbeTest {

    private static final Subject LOOPBACK = Subject.address("127.0.0.1:3389");

    private static TestRequest onLoopback(ScriptedServer.Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return Played.at("server.example", "127.0.0.1", server).runAll(new ClientAttemptProbe(),
                    new TlsVersionsProbe());
        }
    }

    private static ScriptedServer.Script serves(TlsVersion... versions) {
        TlsServing serving = TestCertificate.good().serving().withVersions(Set.of(versions));
        return selecting(2, serving(serving));
    }

    @Test
    void theVersionsThatWorkAreFound() throws Exception {
        TestRequest modern = onLoopback(serves(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3));
        assertEquals(List.of("TLS 1.2", "TLS 1.3"), modern.value(ServerKeys.TLS_VERSIONS, LOOPBACK));
        assertTrue(modern.any(ServerKeys.OTHER_VERSION_WORKS).isEmpty(), "the client's own handshake stands");
        TestRequest old = onLoopback(serves(TlsVersion.TLS_1_0));
        assertEquals(List.of("TLS 1.0"), old.value(ServerKeys.TLS_VERSIONS, LOOPBACK));
        assertTrue(old.value(ServerKeys.OTHER_VERSION_WORKS, LOOPBACK));
    }

    @Test
    void aHopelessHelloTellsAWorkingCredentialFromOneThatIsNot() throws Exception {
        TestRequest working = onLoopback(selecting(2, connection -> {
            if (connection.readClientHello(soon()).cipherSuites().contains(0x0001)) {
                connection.alert(TlsAlert.HANDSHAKE_FAILURE);
                connection.close();
            } else {
                connection.reset();
            }
        }));
        assertEquals("alert", working.value(TlsKeys.OUTCOME, "tls-no-common-suite"));
        assertEquals("no-common-suite", working.value(TlsKeys.OFFERED, "tls-no-common-suite"));
        TestRequest broken = onLoopback(selecting(2, connection -> {
            connection.readClientHello(soon());
            connection.reset();
        }));
        assertEquals("reset", broken.value(TlsKeys.OUTCOME, "tls-no-common-suite"));
        assertEquals(List.of(), broken.value(ServerKeys.TLS_VERSIONS, LOOPBACK));
        assertFalse(broken.value(ServerKeys.OTHER_VERSION_WORKS, LOOPBACK));
    }

    @Test
    void whereOutcomesDifferAHopelessHelloWouldBeNoEvidence() throws Exception {
        TlsServing serving = TestCertificate.good().serving();
        ScriptedServer.Script broken = selecting(2, connection -> {
            connection.readClientHello(soon());
            connection.reset();
        });
        try (ScriptedServer farm =
                ScriptedServer.byNumber(number -> number % 3 == 0 ? broken : selecting(2, serving(serving)))) {
            TestRequest request = Played.at("farm.example", "127.0.0.1", farm).runAll(new ClientAttemptProbe(),
                    new StabilityProbe(), new TlsVersionsProbe());
            assertTrue(request.observed().of(TlsKeys.OFFERED)
                    .noneMatch(offered -> offered.value().equals("no-common-suite")));
            assertTrue(request.any(ServerKeys.OTHER_VERSION_WORKS).isEmpty());
        }
    }

    @Test
    void itsAttemptsAreNoneOfTheClients() throws Exception {
        TestRequest request = onLoopback(serves(TlsVersion.TLS_1_2));
        assertEquals("capability", request.value(AttemptKeys.PURPOSE, "tls-1.1"));
        assertEquals("TLS 1.1", request.value(TlsKeys.OFFERED, "tls-1.1"));
        assertEquals("tls", request.value(AttemptKeys.ENDED_AT, "tls-1.1"));
        assertEquals("none", request.value(AttemptKeys.ENDED_AT, "tls-1.2"));
        assertEquals(1, ClientAttempts.of(request.observed()).count());
    }

    @Test
    void offLoopbackOnlyABrokenHandshakeIsLookedInto() throws Exception {
        try (ScriptedServer good = new ScriptedServer(serves(TlsVersion.TLS_1_3));
                ScriptedServer old = new ScriptedServer(serves(TlsVersion.TLS_1_1))) {
            TestRequest standing = Played.against(good).runAll(new ClientAttemptProbe());
            assertInstanceOf(ProbeOutcome.Skipped.class, standing.run(new TlsVersionsProbe()));
            TestRequest broken = Played.against(old).runAll(new ClientAttemptProbe(), new TlsVersionsProbe());
            assertEquals(List.of("TLS 1.1"), broken.any(ServerKeys.TLS_VERSIONS).orElseThrow());
        }
    }

    @Test
    void aServerThatNeverCameToTlsIsNotAsked() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(new NegotiationAnswer.Failure(5)))) {
            TestRequest request = Played.at("server.example", "127.0.0.1", server).runAll(new ClientAttemptProbe());
            assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new TlsVersionsProbe()));
        }
    }

    @Test
    void whereOneConnectionBreaksBeforeTlsNothingIsSummarised() throws Exception {
        TlsServing serving = TestCertificate.good().serving();
        try (ScriptedServer server = ScriptedServer.byNumber(number -> number <= 2 ? selecting(2, serving(serving))
                : ScriptedServer.closing())) {
            TestRequest request = Played.at("server.example", "127.0.0.1", server).runAll(new ClientAttemptProbe(),
                    new TlsVersionsProbe());
            assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, "tls-1.3"));
            assertTrue(request.any(ServerKeys.TLS_VERSIONS).isEmpty());
        }
    }
}
