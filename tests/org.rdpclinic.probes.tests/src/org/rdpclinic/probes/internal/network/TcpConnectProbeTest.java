// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.PathKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class TcpConnectProbeTest {

    private static final Subject FIRST = Subject.address("192.0.2.1:3389");
    private static final Subject SECOND = Subject.address("192.0.2.2:3389");

    private static TestRequest run(TestNetwork network) throws Exception {
        return new TestRequest("srv", network).runAll(new NameResolutionProbe(), new TcpConnectProbe());
    }

    @Test
    void aListenerAcceptsAndAClosedPortRefuses() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.closing())) {
            TestRequest request = run(
                    new TestNetwork().name("srv", "192.0.2.1", "192.0.2.2").server("192.0.2.1", 3389, server));
            assertEquals("accepted", request.value(TcpKeys.OUTCOME, FIRST));
            assertFalse(request.value(TcpKeys.CONNECT_TIME, FIRST).isNegative());
            assertEquals("refused", request.value(TcpKeys.OUTCOME, SECOND));
            assertTrue(request.observed().find(TcpKeys.CONNECT_TIME, SECOND).isEmpty());
        }
    }

    @Test
    void silenceIsToldFromNoWayAtAll() throws Exception {
        TestRequest request = run(new TestNetwork().name("srv", "192.0.2.1", "192.0.2.2")
                .outcome("192.0.2.1", 3389, new TcpOutcome.Silent(Duration.ofSeconds(4)))
                .outcome("192.0.2.2", 3389, new TcpOutcome.Unreachable("No way.")));
        assertEquals("silent", request.value(TcpKeys.OUTCOME, FIRST));
        assertEquals("unreachable", request.value(TcpKeys.OUTCOME, SECOND));
    }

    @Test
    void aSilenceThatWasCutShortSaysNothing() throws Exception {
        TestRequest request = new TestRequest("srv", new TestNetwork().name("srv", "192.0.2.1")
                .outcome("192.0.2.1", 3389, new TcpOutcome.Silent(Duration.ofSeconds(1)))).time(Duration.ofSeconds(1));
        request.runAll(new NameResolutionProbe(), new TcpConnectProbe());
        assertTrue(request.any(TcpKeys.OUTCOME).isEmpty());
    }

    @Test
    void fourAddressesAtMostAreLookedAt() throws Exception {
        TestRequest request = run(
                new TestNetwork().name("srv", "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5"));
        assertEquals(4, request.observed().of(TcpKeys.OUTCOME).count());
    }

    @Test
    void withoutAnAddressThereIsNothingToDo() throws Exception {
        TestRequest request = new TestRequest("srv", new TestNetwork());
        request.run(new NameResolutionProbe());
        assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new TcpConnectProbe()));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, loopback", "127.9.9.9, loopback", "::1, loopback", "10.0.0.1, private",
            "172.16.0.1, private", "172.32.0.1, public", "192.168.1.1, private", "fd00::1, private",
            "100.64.0.1, carrier-grade", "100.127.255.255, carrier-grade", "100.63.0.1, public",
            "100.128.0.1, public", "169.254.1.1, link-local", "fe80::1, link-local", "8.8.8.8, public",
            "2001:db8::1, public"})
    void eachAddressHasItsKind(String address, String kind) throws Exception {
        assertEquals(kind, AddressKind.of(InetAddress.getByName(address)).id());
    }

    @Test
    void theKindIsObservedForEachAddress() throws Exception {
        TestRequest request = run(new TestNetwork().name("srv", "192.0.2.1", "100.64.0.1"));
        assertEquals("public", request.value(PathKeys.ADDRESS_KIND, FIRST));
        assertEquals("carrier-grade", request.value(PathKeys.ADDRESS_KIND, Subject.address("100.64.0.1:3389")));
    }
}
