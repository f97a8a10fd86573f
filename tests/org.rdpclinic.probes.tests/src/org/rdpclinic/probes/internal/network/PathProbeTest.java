// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.PathKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class PathProbeTest {

    private static TestRequest run(String dialled, String address, TestNetwork network) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.closing())) {
            return new TestRequest(dialled, network.name(dialled, address).server(address, 3389, server))
                    .runAll(new NameResolutionProbe(), new TcpConnectProbe(), new PathProbe());
        }
    }

    private static String control(TestNetwork network) throws Exception {
        return run("srv", "192.0.2.1", network).value(PathKeys.CONTROL_OUTCOME, Subject.address("192.0.2.1:3389"));
    }

    private static boolean forwarder(String dialled, String address, TestNetwork network) throws Exception {
        return run(dialled, address, network).any(PathKeys.FORWARDER_ADDRESS).orElseThrow();
    }

    @Test
    void anEndOfThePathThatAcceptsEverythingIsToldFromOneThatDoesNot() throws Exception {
        try (ScriptedServer anything = new ScriptedServer(ScriptedServer.closing())) {
            assertEquals("accepted", control(new TestNetwork().server("192.0.2.1", PathProbe.CONTROL_PORT, anything)));
        }
        assertEquals("refused", control(new TestNetwork()));
        assertEquals("silent", control(new TestNetwork().outcome("192.0.2.1", PathProbe.CONTROL_PORT,
                new TcpOutcome.Silent(Duration.ofMillis(200)))));
    }

    @Test
    void theControlPortIsNeverTheOneDialled() throws Exception {
        TestNetwork network = new TestNetwork().name("srv", "192.0.2.1");
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.closing())) {
            network.server("192.0.2.1", PathProbe.CONTROL_PORT, server);
            TestRequest request = new TestRequest("srv:" + PathProbe.CONTROL_PORT, network)
                    .runAll(new NameResolutionProbe(), new TcpConnectProbe(), new PathProbe());
            assertEquals(PathProbe.CONTROL_PORT + 1L, request.any(PathKeys.CONTROL_PORT).orElseThrow());
        }
    }

    @Test
    void aLoopbackAddressOfAnotherHostIsAForwarders() throws Exception {
        assertTrue(forwarder("srv", "127.0.0.1", new TestNetwork().own("127.0.0.1")));
        assertTrue(forwarder("127.0.0.5", "127.0.0.5", new TestNetwork()));
        assertFalse(forwarder("localhost", "127.0.0.1", new TestNetwork().own("127.0.0.1")));
        assertFalse(forwarder("127.0.0.1", "127.0.0.1", new TestNetwork().own("127.0.0.1")));
        assertFalse(forwarder("mypc", "127.0.1.1", new TestNetwork().own("127.0.1.1")));
    }

    @Test
    void aCarrierGradeAddressOfAnotherHostIsAForwarders() throws Exception {
        assertTrue(forwarder("srv", "100.64.0.7", new TestNetwork()));
        assertFalse(forwarder("srv", "100.64.0.7", new TestNetwork().own("100.64.0.7")));
        assertFalse(forwarder("srv", "192.168.0.7", new TestNetwork()));
    }

    @Test
    void whereNothingAcceptsThereIsNoPathToLookAt() throws Exception {
        TestRequest request = new TestRequest("srv", new TestNetwork().name("srv", "192.0.2.1"));
        request.runAll(new NameResolutionProbe(), new TcpConnectProbe());
        assertInstanceOf(ProbeOutcome.Skipped.class, request.run(new PathProbe()));
    }
}
