// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.rdpclinic.rdp.server.AcceptedConnection;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

/** A server on loopback that plays a script on each connection, several at once. */
public final class ScriptedServer implements AutoCloseable {

    /** Longer than anything here takes. */
    private static final Duration LONG = Duration.ofSeconds(20);

    /** What the server does with one connection; that it throws means that the client went away. */
    public interface Script {
        /** Plays. */
        void play(AcceptedConnection connection) throws Exception;
    }

    private final ServerSocket listener;
    private final IntFunction<Script> scripts;
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** The same script for each connection. */
    public ScriptedServer(Script script) throws IOException {
        this((int number) -> script);
    }

    /** A script by the number of the connection, from 1. */
    public static ScriptedServer byNumber(IntFunction<Script> scripts) throws IOException {
        return new ScriptedServer(scripts);
    }

    private ScriptedServer(IntFunction<Script> scripts) throws IOException {
        this.scripts = scripts;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = accepted.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> play(socket, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Socket socket, int number) {
        try (AcceptedConnection connection = new AcceptedConnection(socket)) {
            scripts.apply(number).play(connection);
        } catch (Exception gone) {
            // The client went away, as the tests have it.
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** By when a step is due that is not to fail. */
    public static Deadline soon() {
        return Deadline.in(LONG);
    }

    /** Reads the request, and answers it. */
    public static Script answering(NegotiationAnswer answer) {
        return connection -> {
            connection.readRequest(soon());
            connection.answer(answer);
        };
    }

    /** Reads the request, and sends bytes. */
    public static Script sending(Bytes bytes) {
        return connection -> {
            connection.readRequest(soon());
            connection.write(bytes);
        };
    }

    /** Reads the request, and closes. */
    public static Script closing() {
        return connection -> connection.readRequest(soon());
    }

    /** Reads the request, and breaks off. */
    public static Script resetting() {
        return connection -> {
            connection.readRequest(soon());
            connection.reset();
        };
    }

    /** Reads the request, and says nothing until the client goes. */
    public static Script silent() {
        return connection -> {
            connection.readRequest(soon());
            connection.readClientHello(soon());
        };
    }

    /** Selects a protocol, then does something else. */
    public static Script selecting(int protocol, Script then) {
        return connection -> {
            connection.readRequest(soon());
            connection.answer(new NegotiationAnswer.Selected(protocol, 0x0F));
            then.play(connection);
        };
    }

    /** Serves TLS, and keeps the connection until the client goes. */
    public static Script serving(TlsServing serving) {
        return connection -> {
            if (connection.serveTls(serving, soon()).in().read() >= 0) {
                throw new IOException("The client says more than the tests know of.");
            }
        };
    }
}
