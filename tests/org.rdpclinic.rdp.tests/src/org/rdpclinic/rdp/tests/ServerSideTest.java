// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.rdpclinic.rdp.client.NegotiationOutcome;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.server.AcceptedConnection;
import org.rdpclinic.rdp.server.TlsServed;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.wire.MalformedException;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.NegotiationAnswer.Selected;

/** What a server meets: clients that ask, that lie, that leave, that say nothing. */
class ServerSideTest {

    private static final TlsServing SERVING = Certificates.rsa(2048, "SHA256");
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(5));

    /** What a server does with one client. */
    private interface Step {
        void take(AcceptedConnection server) throws Exception;
    }

    /** A client that sends bytes and then closes, or stays. */
    private static void meet(Bytes sent, boolean stays, Step step) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                var server = new AcceptedConnection(listener.accept())) {
            client.getOutputStream().write(sent.toArray());
            if (!stays) {
                client.shutdownOutput();
            }
            step.take(server);
        }
    }

    private static void refused(Class<? extends IOException> due, Bytes sent, boolean stays, Step step)
            throws Exception {
        meet(sent, stays, server -> assertThrows(due, () -> step.take(server)));
    }

    @Test
    void aWholeConnectionIsServed() throws Exception {
        var said = new byte[1][];
        var seen = new ConnectionRequest[1];
        try (var loopback = new Loopback((server, socket) -> {
            seen[0] = server.readRequest(SOON);
            server.answer(new Selected(2, 0x1F));
            TlsServed served = server.serveTls(SERVING, SOON);
            said[0] = served.in().readAllBytes();
        })) {
            ConnectionRequest request = ConnectionRequest.offering(0x0B).withCookie("tester");
            var answered = assertInstanceOf(NegotiationOutcome.Answered.class,
                    loopback.connection().negotiate(request, SOON));
            assertEquals(new Selected(2, 0x1F), answered.answer());
            assertInstanceOf(TlsOutcome.TlsEstablished.class, loopback.connection().startTls(TlsOffer.mstsc(), SOON));
            loopback.connection().close();

            assertNull(loopback.serverFailure());
            assertEquals(request, seen[0]);
            assertEquals(0, said[0].length);
        }
    }

    @Test
    void aClientThatIsNoRdpClientIsMalformed() throws Exception {
        refused(MalformedException.class, Bytes.of("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII)), true,
                server -> server.readRequest(SOON));
    }

    @Test
    void aLengthThatLiesIsMalformedBeforeItIsBelieved() throws Exception {
        refused(MalformedException.class, Bytes.fromHex("0300ffff"), true, server -> server.readRequest(SOON));
    }

    @Test
    void aClientThatLeavesIsAnEnd() throws Exception {
        Bytes request = ConnectionRequest.offering(3).encode();
        for (int size = 0; size < request.size(); size++) {
            refused(EOFException.class, request.first(size), false, server -> server.readRequest(SOON));
        }
    }

    @Test
    void aClientThatSaysNothingIsATimeout() throws Exception {
        refused(SocketTimeoutException.class, Bytes.EMPTY, true,
                server -> server.readRequest(Deadline.in(Duration.ofMillis(50))));
        refused(SocketTimeoutException.class, Bytes.EMPTY, true,
                server -> server.serveTls(SERVING, Deadline.in(Duration.ofMillis(50))));
    }

    @Test
    void aHelloThatIsNoneIsMalformed() throws Exception {
        refused(MalformedException.class, Bytes.fromHex("16030100050200000100"), true,
                server -> server.readClientHello(SOON));
        refused(MalformedException.class, Bytes.fromHex("160301000401ffffff"), true,
                server -> server.readClientHello(SOON));
        refused(MalformedException.class, Bytes.fromHex("0300001302f08064"), true,
                server -> server.readClientHello(SOON));
    }

    @Test
    void endlessWarningsInPlaceOfAHelloAreGivenUp() throws Exception {
        Bytes warnings = new TlsAlert(TlsAlert.WARNING, 112).encode();
        for (int doublings = 0; doublings < 13; doublings++) {
            warnings = warnings.plus(warnings);
        }
        refused(MalformedException.class, warnings, true, server -> server.readClientHello(SOON));
    }

    @Test
    void aClientThatGivesUpInPlaceOfAHelloIsAnEnd() throws Exception {
        refused(EOFException.class, TlsAlert.INTERNAL_ERROR.encode(), true, server -> server.readClientHello(SOON));
    }

    @Test
    void closingInOrderReadsAwayWhatNobodyRead() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            Socket accepted = listener.accept();
            client.getOutputStream().write(new byte[3000]);
            while (accepted.getInputStream().available() < 3000) {
                Thread.onSpinWait();
            }
            new AcceptedConnection(accepted).close();

            assertEquals(-1, client.getInputStream().read(), "an end in order, no reset");
        }
    }
}
