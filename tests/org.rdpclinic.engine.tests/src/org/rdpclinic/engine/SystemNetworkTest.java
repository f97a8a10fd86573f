// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.engine.Guests.ONE;
import static org.rdpclinic.engine.Guests.guest;
import static org.rdpclinic.engine.Guests.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.probe.Network.Resolution;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.TcpOutcome;

class SystemNetworkTest {

    private static TcpOutcome connect(InetSocketAddress address) throws InterruptedException {
        List<TcpOutcome> outcomes = new CopyOnWriteArrayList<>();
        run(guest("wire", "network", "test.one", () -> request -> {
            outcomes.add(request.network().connect(address, Duration.ofSeconds(10), request));
            return ProbeOutcome.completed();
        }));
        return outcomes.getFirst();
    }

    @Test
    void aListeningPortAccepts() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TcpOutcome outcome = connect((InetSocketAddress) server.getLocalSocketAddress());
            try (Socket socket = assertInstanceOf(TcpOutcome.Accepted.class, outcome).socket()) {
                assertEquals(server.getLocalPort(), socket.getPort());
            }
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        InetSocketAddress address;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            address = (InetSocketAddress) server.getLocalSocketAddress();
        }
        assertInstanceOf(TcpOutcome.Refused.class, connect(address));
    }

    @Test
    void theDeadlineEndsAReadThatIgnoresInterrupts() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            run(guest("wire", "network", "test.one", Duration.ofMillis(100), () -> request -> {
                TcpOutcome outcome = request.network().connect((InetSocketAddress) server.getLocalSocketAddress(),
                        Duration.ofSeconds(5), request);
                try (Socket socket = ((TcpOutcome.Accepted) outcome).socket()) {
                    request.observe(ONE, (long) socket.getInputStream().read(), Subject.CLIENT);
                } finally {
                    ended.countDown();
                }
                return ProbeOutcome.completed();
            }));
            assertTrue(ended.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aNameThatCannotBeIsASentence() {
        Resolution resolution = new SystemNetwork().resolve("no-such-host.invalid");
        assertEquals("The resolver of this computer knows no address for no-such-host.invalid.",
                assertInstanceOf(Resolution.Unresolved.class, resolution).reason());
    }

    @Test
    void loopbackIsLocalAndADocumentationAddressIsNot() throws Exception {
        assertTrue(new SystemNetwork().isLocal(InetAddress.getByName("127.0.0.1")));
        assertTrue(!new SystemNetwork().isLocal(InetAddress.getByName("192.0.2.1")));
    }
}
