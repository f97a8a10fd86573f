// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.util.Optional;

import org.bouncycastle.tls.TlsServerProtocol;
import org.rdpclinic.rdp.internal.io.Tap;
import org.rdpclinic.rdp.internal.tls.Records;
import org.rdpclinic.rdp.internal.tls.ServingServer;
import org.rdpclinic.rdp.tls.ClientHello;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.Tpkt;

/**
 * A server's connection over an accepted socket. All methods throw {@link org.rdpclinic.rdp.wire.MalformedException}
 * for a client that breaks the format, {@link java.io.EOFException} for one that closes, {@link
 * java.net.SocketTimeoutException} when the deadline passes, and other {@link IOException}s for what else ends a
 * socket. For one thread at a time; {@link #close()} and {@link #reset()} are safe from any.
 */
public final class AcceptedConnection implements AutoCloseable {

    /** The most bytes that are read away before a close in order. */
    private static final int MAX_DRAINED = 64 * 1024;

    private final Socket socket;
    private final Tap tap;
    private Bytes helloRecords = Bytes.EMPTY;
    private Optional<ClientHello> hello = Optional.empty();
    private volatile TlsServerProtocol established;

    /**
     * Takes a socket over: it is closed with this connection.
     *
     * @param socket accepted, and not read from before
     */
    public AcceptedConnection(Socket socket) {
        this.socket = socket;
        this.tap = Tap.serving(socket);
    }

    /**
     * Reads the connection request, exactly as many bytes as it announces.
     *
     * @param deadline when to give up
     * @return the request
     * @throws IOException see the class
     */
    public ConnectionRequest readRequest(Deadline deadline) throws IOException {
        tap.begin(deadline);
        Bytes header = tap.readExactly(Tpkt.HEADER);
        return ConnectionRequest.decode(header.plus(tap.readExactly(Tpkt.length(header) - Tpkt.HEADER)));
    }

    /**
     * Sends an answer to the request.
     *
     * @param answer any answer, in any order
     * @throws IOException see the class
     */
    public void answer(NegotiationAnswer answer) throws IOException {
        write(answer.encode());
    }

    /**
     * Sends bytes as they are: garbage, text, half an answer.
     *
     * @param bytes any bytes
     * @throws IOException see the class
     */
    public void write(Bytes bytes) throws IOException {
        tap.out().write(bytes.toArray());
        tap.out().flush();
    }

    /**
     * Sends a TLS alert in clear.
     *
     * @param alert such as {@link TlsAlert#PROTOCOL_VERSION}
     * @throws IOException see the class
     */
    public void alert(TlsAlert alert) throws IOException {
        write(alert.encode());
    }

    /**
     * Reads the client's ClientHello and keeps its bytes, so that {@link #serveTls} still can begin with them. A second
     * call gives the same hello.
     *
     * @param deadline when to give up
     * @return the hello
     * @throws IOException see the class
     */
    public ClientHello readClientHello(Deadline deadline) throws IOException {
        if (hello.isEmpty()) {
            tap.begin(deadline);
            var raw = new ByteArrayOutputStream();
            try {
                hello = Optional.of(switch (Records.readFirst(tap, raw)) {
                    case Records.First.Message message -> ClientHello.parse(message.content());
                    case Records.First.Alert alert -> throw new EOFException("the client gave up: " + alert.alert());
                });
            } finally {
                helloRecords = Bytes.of(raw.toByteArray());
            }
        }
        return hello.get();
    }

    /**
     * Does the server's side of a TLS handshake, the ClientHello read before included. Where nothing is in common, the
     * client is sent the alert that is due and an exception is thrown here.
     *
     * @param serving certificate, key, versions, suites
     * @param deadline when to give up
     * @return the session
     * @throws IOException see the class
     */
    public TlsServed serveTls(TlsServing serving, Deadline deadline) throws IOException {
        tap.begin(deadline);
        var server = new ServingServer(serving);
        var protocol = new TlsServerProtocol(
                new SequenceInputStream(new ByteArrayInputStream(helloRecords.toArray()), tap.in()), tap.out());
        protocol.accept(server);
        established = protocol;
        return new TlsServed(server.version().orElseThrow(), server.cipherSuite(), protocol.getInputStream(),
                protocol.getOutputStream());
    }

    /**
     * Moves the deadline of reads in a session: until it has passed, its input waits for the client.
     *
     * @param deadline when reads end from now on
     */
    public void until(Deadline deadline) {
        tap.until(deadline);
    }

    /**
     * Closes in order: the goodbye of TLS where it was established, then FIN. What the client sent and nobody read is
     * read away first, since it would make it a reset. Never throws.
     */
    @Override
    public void close() {
        TlsServerProtocol session = established;
        established = null;
        try (socket) {
            if (session != null) {
                session.close();
            }
            socket.shutdownOutput();
            byte[] sink = new byte[1024];
            int drained = 0;
            while (drained < MAX_DRAINED && socket.getInputStream().available() > 0) {
                drained += socket.getInputStream().read(sink);
            }
        } catch (IOException closing) {
            // The client was faster; a socket that cannot be closed is closed.
        }
    }

    /** Breaks off (RST). Never throws. */
    public void reset() {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closing) {
            // The client was faster.
        }
    }
}
