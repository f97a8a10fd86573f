// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.PathFile;

/** Takes accepted connections, so many at once, and hands each to the host whose turn it is, as that is then. */
final class Reception implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Reception.class.getName());
    private static final int MOST_AT_ONCE = 64;

    private final List<Member> members;
    private final Path pathFile;
    private final Clock clock;
    private final Duration patience;
    private final Executor threads;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final AtomicLong turn = new AtomicLong();
    private volatile boolean closed;

    Reception(List<Member> members, Path pathFile, Clock clock, Duration patience, Executor threads) {
        this.members = members;
        this.pathFile = pathFile;
        this.clock = clock;
        this.patience = patience;
        this.threads = threads;
    }

    /**
     * Takes a connection, or drops it where there is no room. Does not block.
     *
     * @param socket the connection
     * @param port   the target's port, as it appears to the client; negative where the host has nothing there
     */
    void take(Socket socket, int port) {
        if (!room.tryAcquire()) {
            drop(socket);
            return;
        }
        sockets.add(socket);
        try {
            threads.execute(() -> receive(socket, port));
        } catch (RejectedExecutionException closing) {
            end(socket);
        }
        if (closed) {
            drop(socket);
        }
    }

    private void receive(Socket socket, int port) {
        try {
            visit(socket, port);
        } catch (HostException e) {
            // A lab that closes interrupts its connections at whatever they read just then.
            LOGGER.log(closed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, e.getMessage());
        } catch (RuntimeException e) {
            // Bytes of a hostile client went through a TLS library and several parsers: they cost it its connection.
            LOGGER.log(System.Logger.Level.DEBUG, "A connection to the lab was given up.", e);
        } finally {
            end(socket);
        }
    }

    private void visit(Socket socket, int port) throws HostException {
        PathFile.Content path = new PathFile(pathFile).read();
        Visit visit = new Visit(socket, Duration.ofNanos(Math.round(path.roundTripMillis() * 1e6)), patience);
        boolean down = path.forwarder().isPresent() && path.forwarder().get() == PathFile.Behind.DOWN;
        if (port < 0 || down) {
            visit.turnAway();
            return;
        }
        Member member = members.get((int) (turn.getAndIncrement() % members.size()));
        HostState state = member.host().read();
        switch (Port.of(state, port)) {
            case Port.RemoteDesktop desktop -> visit.serve(member, state, clock);
            case Port.Other other -> visit.greet(other.listener().banner());
            case Port.Deaf deaf -> visit.leaveWaiting();
            // Behind a balancer or forwarder there may be nothing: what stands in front accepts, then gives up.
            case Port.Nothing nothing -> visit.turnAway();
            case Port.Silence silence -> visit.turnAway();
        }
    }

    private void end(Socket socket) {
        drop(socket);
        sockets.remove(socket);
        room.release();
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException closing) {
            return;
        }
    }

    /** Ends all connections, and those that still come. */
    @Override
    public void close() {
        closed = true;
        sockets.forEach(Reception::drop);
    }
}
