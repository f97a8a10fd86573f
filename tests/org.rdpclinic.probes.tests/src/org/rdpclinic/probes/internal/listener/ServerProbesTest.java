// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.host.Sessions;
import org.rdpclinic.api.keys.FirewallKeys;
import org.rdpclinic.api.keys.ServiceKeys;
import org.rdpclinic.api.keys.SessionKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.probes.tests.TestHost;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class ServerProbesTest {

    private static TestRequest run(Probe probe, TestHost host) throws Exception {
        return new TestRequest("server.example", new TestNetwork()).server(host).runAll(probe);
    }

    @Nested
    class OfTheService {

        @ParameterizedTest
        @CsvSource({"RUNNING, MANUAL, running, manual", "STOPPED, DISABLED, stopped, disabled",
                "START_PENDING, AUTOMATIC, start-pending, automatic", "STOP_PENDING, MANUAL, stop-pending, manual"})
        void itsStateIsObserved(Services.State state, Services.StartType type, String stateId, String typeId)
                throws Exception {
            TestRequest request = run(new ListenerServicesProbe(), new TestHost()
                    .service(Optional.of(new Services.Service("TermService", state, type, "NetworkService"))));
            assertEquals(stateId, request.value(ServiceKeys.TERM_SERVICE, Subject.SERVER));
            assertEquals(typeId, request.value(ServiceKeys.TERM_SERVICE_START, Subject.SERVER));
        }

        @Test
        void aHostWithoutItHasNoState() throws Exception {
            TestRequest request = new TestRequest("server.example", new TestNetwork())
                    .server(new TestHost().service(Optional.empty()));
            assertInstanceOf(ProbeOutcome.Failed.class, request.run(new ListenerServicesProbe()));
        }
    }

    @Nested
    class OfTheSessions {

        private TestHost two() {
            return new TestHost().session("anna", Sessions.State.ACTIVE)
                    .session("berta", Sessions.State.DISCONNECTED);
        }

        @Test
        void asManyAsTheLimitAllowsAreToldFromFewer() throws Exception {
            TestRequest full = run(new SessionsProbe(), two().number(TestHost.LISTENER, "MaxInstanceCount", 2));
            assertEquals(2L, full.value(SessionKeys.COUNT, Subject.SERVER));
            assertEquals(2L, full.value(SessionKeys.LIMIT, Subject.SERVER));
            assertTrue(full.value(SessionKeys.LIMIT_REACHED, Subject.SERVER));
            TestRequest room = run(new SessionsProbe(), two().number(TestHost.LISTENER, "MaxInstanceCount", 3));
            assertFalse(room.value(SessionKeys.LIMIT_REACHED, Subject.SERVER));
        }

        @Test
        void thereIsNoLimitUnlessOneIsSet() throws Exception {
            assertEquals(0xFFFFFFFFL, run(new SessionsProbe(), two()).value(SessionKeys.LIMIT, Subject.SERVER));
            TestHost byPolicy = two().number(TestHost.POLICY, "MaxInstanceCount", 999_999)
                    .number(TestHost.LISTENER, "MaxInstanceCount", 2);
            assertEquals(0xFFFFFFFFL, run(new SessionsProbe(), byPolicy).value(SessionKeys.LIMIT, Subject.SERVER));
        }

        @Test
        void policyWins() throws Exception {
            assertEquals(1L, run(new SessionsProbe(), two().number(TestHost.POLICY, "MaxInstanceCount", 1)
                    .number(TestHost.LISTENER, "MaxInstanceCount", 9)).value(SessionKeys.LIMIT, Subject.SERVER));
        }
    }

    @Nested
    class OfTheFirewall {

        private boolean allows(TestHost host) throws Exception {
            return run(new FirewallProbe(), host).value(FirewallKeys.ALLOWS_LISTENER, Subject.SERVER);
        }

        @Test
        void theRulesAreAskedForTheListenersOwnPort() throws Exception {
            assertTrue(allows(new TestHost()));
            assertFalse(allows(new TestHost().number(TestHost.LISTENER, "PortNumber", 3390)));
        }

        @Test
        void aBlockBeatsAnAllow() throws Exception {
            List<Firewall.Rule> rules = List.of(new Firewall.Rule("in", true, List.of(3389)),
                    new Firewall.Rule("out", false, List.of()));
            assertFalse(allows(new TestHost().firewall(new Firewall.State(true, true, rules))));
            assertTrue(allows(new TestHost().firewall(new Firewall.State(false, true, rules))));
        }

        @Test
        void stealthCountsOnlyWhereItFilters() throws Exception {
            assertTrue(run(new FirewallProbe(), new TestHost()).value(FirewallKeys.STEALTH, Subject.SERVER));
            assertFalse(run(new FirewallProbe(), new TestHost().firewall(new Firewall.State(false, true, List.of())))
                    .value(FirewallKeys.STEALTH, Subject.SERVER));
            assertFalse(run(new FirewallProbe(), new TestHost().firewall(new Firewall.State(true, false, List.of())))
                    .value(FirewallKeys.STEALTH, Subject.SERVER));
        }
    }
}
