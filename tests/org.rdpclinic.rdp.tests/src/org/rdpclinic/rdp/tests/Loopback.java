// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.rdpclinic.rdp.client.RdpConnection;
import org.rdpclinic.rdp.server.AcceptedConnection;
import org.rdpclinic.rdp.wire.Deadline;

/** One connection on loopback: a script plays the server on a thread of its own, the test is the client. */
final class Loopback implements AutoCloseable {

    /** Longer than anything here takes; only a fault in the code under test waits for it. */
    static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Socket client;
    private final RdpConnection connection;
    private final Thread thread;
    private volatile Throwable failure;

    /** What the server does with its connection. */
    interface Script {
        void play(AcceptedConnection server, Socket socket) throws Exception;
    }

    Loopback(Script script) throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
            Socket accepted = listener.accept();
            thread = Thread.ofPlatform().daemon().start(() -> play(script, accepted));
        }
        connection = new RdpConnection(client);
    }

    private void play(Script script, Socket accepted) {
        try (accepted) {
            script.play(new AcceptedConnection(accepted), accepted);
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    RdpConnection connection() {
        return connection;
    }

    /** Keeps a script, and with it its connection, alive until the test is done with it. */
    void hold() throws InterruptedException {
        over.await();
    }

    /** What the script threw, once it has ended. */
    Throwable serverFailure() throws InterruptedException {
        over.countDown();
        thread.join();
        return failure;
    }

    static Deadline soon() {
        return Deadline.in(LONG);
    }

    @Override
    public void close() {
        over.countDown();
        connection.close();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
