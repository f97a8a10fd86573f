// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One port of the loopback interface that accepts, refuses or is silent. Refusing, it is bound and does not listen, so
 * that the kernel answers a SYN by a reset and nobody else takes the port; silent, it listens with its queue filled, so
 * that the kernel drops each SYN (as Linux and macOS do; Windows resets).
 */
final class Gate implements AutoCloseable {

    /** What the port does. */
    enum Mode {
        /** Connections are accepted and handled. */
        OPEN,
        /** A reset answers each SYN. */
        CLOSED,
        /** Nothing answers. */
        SILENT
    }

    private static final int BACKLOG = 128;
    private static final int FILLERS = 16;
    private static final int PATIENCE_MILLIS = 5;

    private final InetSocketAddress address;
    private final Consumer<Socket> handler;
    private final Executor threads;
    private Mode mode = Mode.CLOSED;
    private SocketChannel anchor;
    private ServerSocket server;
    private CountDownLatch accepting = new CountDownLatch(0);
    private final List<SocketChannel> fillers = new ArrayList<>();

    /**
     * Takes a port, closed at first.
     *
     * @param port    the port, 0 for any that is free
     * @param handler takes the sockets that were accepted; must not block
     * @param threads runs the loop that accepts
     */
    Gate(int port, Consumer<Socket> handler, Executor threads) throws IOException {
        this.handler = handler;
        this.threads = threads;
        this.anchor = anchored(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        this.address = (InetSocketAddress) anchor.getLocalAddress();
    }

    int port() {
        return address.getPort();
    }

    synchronized void set(Mode wanted) throws IOException {
        if (wanted == mode) {
            return;
        }
        release();
        mode = wanted;
        switch (wanted) {
            case CLOSED -> anchor = anchored(address);
            case OPEN -> {
                server = listening(BACKLOG);
                accepting = new CountDownLatch(1);
                accept(server, accepting);
            }
            case SILENT -> {
                server = listening(1);
                fill();
            }
        }
    }

    private void accept(ServerSocket mine, CountDownLatch ended) {
        threads.execute(() -> {
            while (!mine.isClosed()) {
                try {
                    handler.accept(mine.accept());
                } catch (IOException closedOrLost) {
                    // Closed: the loop ends. Lost: the client went away while it waited.
                }
            }
            ended.countDown();
        });
    }

    private ServerSocket listening(int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, backlog);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SocketChannel anchored(InetSocketAddress at) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(java.net.StandardSocketOptions.SO_REUSEADDR, true);
            return channel.bind(at);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Connects until a connection no longer comes about at once: then the queue is full. */
    private void fill() throws IOException {
        for (int i = 0; i < FILLERS; i++) {
            SocketChannel filler = SocketChannel.open();
            filler.configureBlocking(false);
            if (!connects(filler)) {
                filler.close();
                return;
            }
            fillers.add(filler);
        }
    }

    private boolean connects(SocketChannel filler) throws IOException {
        boolean connected = filler.connect(address);
        try {
            for (int i = 0; i < PATIENCE_MILLIS && !connected; i++) {
                Thread.sleep(1);
                connected = filler.finishConnect();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return connected;
    }

    private void release() throws IOException {
        if (server != null) {
            server.close();
            server = null;
            awaitAccepting();
        }
        for (SocketChannel filler : fillers) {
            filler.close();
        }
        fillers.clear();
        if (anchor != null) {
            anchor.close();
            anchor = null;
        }
    }

    /** A socket that a thread accepts on gives its port back only when that thread has seen the end. */
    private void awaitAccepting() {
        try {
            accepting.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        release();
    }
}
