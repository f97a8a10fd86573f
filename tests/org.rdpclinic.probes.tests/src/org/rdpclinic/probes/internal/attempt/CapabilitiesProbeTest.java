// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.probes.tests.ScriptedServer.closing;
import static org.rdpclinic.probes.tests.ScriptedServer.soon;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.ServerKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

class CapabilitiesProbeTest {

    private static final Subject ADDRESS = Subject.address("192.0.2.1:3389");

    /** A server that answers by the bits of the request; negative numbers are failures. */
    private static ScriptedServer.Script answering(Map<Integer, Integer> answers) {
        return connection -> {
            int answer = answers.get(connection.readRequest(soon()).protocols());
            connection.answer(answer < 0 ? new NegotiationAnswer.Failure(-answer)
                    : new NegotiationAnswer.Selected(answer, 0));
        };
    }

    private static TestRequest run(Map<Integer, Integer> answers) throws Exception {
        return Played.run(answering(answers), TestRequest.MSTSC, new ClientAttemptProbe(), new CapabilitiesProbe());
    }

    @Test
    void aServerThatDemandsNlaIsToldFromOneThatOffersIt() throws Exception {
        TestRequest demands = run(Map.of(0xB, 2, 0, -5, 1, -5, 3, 2));
        assertEquals(List.of("CredSSP"), demands.value(ServerKeys.PROTOCOLS, ADDRESS));
        assertTrue(demands.value(ServerKeys.DEMANDS_NLA, ADDRESS));
        TestRequest offers = run(Map.of(0xB, 2, 0, -1, 1, 1, 3, 2));
        assertEquals(List.of("TLS", "CredSSP"), offers.value(ServerKeys.PROTOCOLS, ADDRESS));
        assertEquals(false, offers.value(ServerKeys.DEMANDS_NLA, ADDRESS));
    }

    @Test
    void aServerWithoutTlsDoesStandardSecurityOnly() throws Exception {
        TestRequest request = run(Map.of(0xB, -2, 0, 0, 1, -2, 3, -2));
        assertEquals(List.of("RDP"), request.value(ServerKeys.PROTOCOLS, ADDRESS));
        assertEquals(false, request.value(ServerKeys.DEMANDS_NLA, ADDRESS));
    }

    @Test
    void aServerWithoutACertificateDoesNothingAndDemandsNothing() throws Exception {
        TestRequest request = run(Map.of(0xB, -3, 0, -3, 1, -3, 3, -3));
        assertEquals(List.of(), request.value(ServerKeys.PROTOCOLS, ADDRESS));
        assertTrue(request.any(ServerKeys.DEMANDS_NLA).isEmpty());
    }

    @Test
    void itsAttemptsAreNoneOfTheClients() throws Exception {
        TestRequest request = run(Map.of(0xB, 2, 0, -5, 1, -5, 3, 2));
        assertEquals("capability", request.value(AttemptKeys.PURPOSE, "capability-tls"));
        assertEquals(1L, request.value(NegotiationKeys.REQUESTED, "capability-tls"));
        assertEquals(5L, request.value(NegotiationKeys.FAILURE_CODE, "capability-tls"));
        assertEquals("none", request.value(AttemptKeys.ENDED_AT, "capability-tls"));
        assertTrue(request.observed().find(NegotiationKeys.CLIENT_VERDICT, Subject.attempt("capability-tls"))
                .isEmpty());
    }

    @Test
    void whereAQuestionGetsNoAnswerNothingIsSummarised() throws Exception {
        TestRequest request = Played.run(connection -> {
            int asked = connection.readRequest(soon()).protocols();
            if (asked == 0xB) {
                connection.answer(new NegotiationAnswer.Selected(2, 0));
            }
        }, TestRequest.MSTSC, new ClientAttemptProbe(), new CapabilitiesProbe());
        assertEquals("negotiate", request.value(AttemptKeys.ENDED_AT, "capability-rdp"));
        assertTrue(request.any(ServerKeys.PROTOCOLS).isEmpty());
    }

    @Test
    void aServerThatNeverAnsweredIsNotAsked() throws Exception {
        try (ScriptedServer server = new ScriptedServer(closing())) {
            TestRequest request = Played.against(server).runAll(new ClientAttemptProbe());
            assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new CapabilitiesProbe()));
        }
    }
}
