// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.rdp.server.AcceptedConnection;
import org.rdpclinic.rdp.server.TlsServed;
import org.rdpclinic.rdp.tls.ClientHello;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.wire.MalformedException;
import org.rdpclinic.rdp.x224.ConnectionRequest;

/** One accepted connection, from its first byte to its end. */
final class Visit {

    /** The most that a client may send where nothing is expected of it. */
    private static final int MOST_IGNORED = 64 * 1024;
    private static final Duration FORWARDER_TRIES = Duration.ofMillis(300);

    private final Socket socket;
    private final AcceptedConnection connection;
    private final Duration roundTrip;
    private final Duration patience;

    Visit(Socket socket, Duration roundTrip, Duration patience) {
        this.socket = socket;
        this.connection = new AcceptedConnection(socket);
        this.roundTrip = roundTrip;
        this.patience = patience;
    }

    /** A forwarder that cannot reach what is behind it: it takes what comes first, and closes. */
    void turnAway() {
        try (connection) {
            connection.readRequest(Deadline.in(FORWARDER_TRIES));
        } catch (IOException whatever) {
            // It closes all the same.
        }
    }

    /** Another program: it says its banner and waits. */
    void greet(String banner) {
        try (connection) {
            if (!banner.isEmpty()) {
                connection.write(Bytes.of(banner.getBytes(StandardCharsets.ISO_8859_1)));
            }
            ignore();
        } catch (IOException ended) {
            // The client has gone, or patience is over.
        }
    }

    /** A service that hangs: the kernel has accepted, and nobody reads. */
    void leaveWaiting() {
        try (connection) {
            Thread.sleep(patience);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remote Desktop. */
    void serve(Member member, HostState state, Clock clock) throws HostException {
        InetSocketAddress peer = (InetSocketAddress) socket.getRemoteSocketAddress();
        WindowsLog log = new WindowsLog(member.host().events(), clock.instant(), peer.getAddress().getHostAddress(),
                peer.getPort());
        long inUse = state.sessions().inUse(member.connections().getAndIncrement());
        try (connection) {
            log.accepted();
            negotiate(state, inUse, log);
        } catch (MalformedException nonsense) {
            log.garbage();
        } catch (IOException ended) {
            // The client has gone, or has said nothing in time: Windows closes, and so does try.
        }
    }

    private void negotiate(HostState state, long inUse, WindowsLog log) throws IOException, HostException {
        ConnectionRequest request = connection.readRequest(Deadline.in(patience));
        pause();
        switch (Negotiation.of(state, inUse, request)) {
            case Negotiation.Closed closed -> log.closed(closed.reason());
            case Negotiation.Refused refused -> {
                log.refused(refused.answer());
                connection.answer(refused.answer());
            }
            case Negotiation.Agreed agreed -> {
                connection.answer(agreed.answer());
                if (agreed.tls()) {
                    secure(state, log);
                } else {
                    ignore();
                }
            }
        }
    }

    private void secure(HostState state, WindowsLog log) throws IOException, HostException {
        ClientHello hello = connection.readClientHello(Deadline.in(patience));
        pause();
        switch (Handshake.of(state, hello.versions(), hello.cipherSuites())) {
            case Handshake.Reset reset -> {
                log.reset(reset.reason());
                connection.reset();
            }
            case Handshake.Alerted alerted -> {
                log.alerted(alerted.alert(), alerted.version());
                connection.alert(alerted.alert());
            }
            case Handshake.Served served -> {
                TlsServed session = connection.serveTls(served.serving(), Deadline.in(patience));
                log.secured();
                connection.until(Deadline.in(patience));
                drain(session.in());
            }
        }
    }

    private void ignore() throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        drain(socket.getInputStream());
    }

    private static void drain(InputStream in) throws IOException {
        byte[] sink = new byte[4096];
        int left = MOST_IGNORED;
        while (left > 0) {
            int read = in.read(sink);
            if (read < 0) {
                throw new EOFException("the client has gone");
            }
            left -= read;
        }
    }

    private void pause() {
        try {
            Thread.sleep(roundTrip);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
