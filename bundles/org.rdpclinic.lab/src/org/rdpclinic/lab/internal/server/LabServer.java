// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.PathFile;

/**
 * The ports of a run: those of one host, of several behind one address, or of a forwarder in front. Each connection is
 * decided from the folder as it is then; a port that begins or ceases to listen follows within moments of the change,
 * at once where {@link #refresh()} is called.
 */
public final class LabServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(LabServer.class.getName());
    private static final Duration WATCH = Duration.ofMillis(50);
    /** Stand for all ports of the host on which nothing is, by what they answer. */
    private static final Map<Gate.Mode, Integer> NOTHING_THERE =
            Map.of(Gate.Mode.CLOSED, -1, Gate.Mode.SILENT, -2, Gate.Mode.OPEN, -3);

    private final List<Member> members;
    private final Path pathFile;
    private final HostPort target;
    private final int dialled;
    private final Gate main;
    private final Map<Integer, Gate> gates = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Reception reception;
    private volatile boolean closed;

    /**
     * Opens the ports of a folder.
     *
     * @param folder   the start state
     * @param members  name of the folder of further members
     * @param port     the loopback port that stands for the one dialled, 0 for any that is free
     * @param clock    dates the events
     * @param patience how long a client may take
     */
    public LabServer(Path folder, String members, int port, Clock clock, Duration patience) throws HostException {
        this.members = Member.all(folder, members);
        this.pathFile = folder.resolve("path.json");
        this.reception = new Reception(this.members, pathFile, clock, patience, threads);
        this.target = path().target();
        this.dialled = target.port();
        try {
            this.main = new Gate(port, socket -> reception.take(socket, dialled), threads);
        } catch (IOException e) {
            threads.close();
            throw new HostException(HostException.Kind.DENIED,
                    "The lab cannot have port " + port + " of the loopback interface: " + e.getMessage() + ".",
                    "Give another port, or 0 for any that is free.");
        }
        try {
            refresh();
        } catch (HostException e) {
            close();
            throw e;
        }
        threads.execute(this::watch);
    }

    /** The loopback port that stands for the one that is dialled. */
    public int port() {
        return main.port();
    }

    /** What the user dials; it stays what it was when the ports were opened. */
    public HostPort dialled() {
        return target;
    }

    /** The path as it is now. */
    public PathFile.Content path() throws HostException {
        return new PathFile(pathFile).read();
    }

    /** Brings the ports in line with the folder as it is now. */
    public synchronized void refresh() throws HostException {
        if (closed) {
            return;
        }
        PathFile.Content path = path();
        HostState first = members.getFirst().host().read();
        try {
            main.set(mode(path, first, dialled));
            for (Map.Entry<Integer, Gate> each : gates.entrySet()) {
                if (each.getKey() > 0) {
                    each.getValue().set(mode(path, first, each.getKey()));
                }
            }
        } catch (IOException e) {
            throw new HostException(HostException.Kind.DENIED,
                    "The lab lost a port of the loopback interface: " + e.getMessage() + ".", "Start it again.");
        }
    }

    /** The loopback port that stands for a port of the target, brought in line with the folder. */
    public synchronized int route(int port) throws HostException {
        refresh();
        if (port == dialled || closed) {
            return main.port();
        }
        PathFile.Content path = path();
        Gate.Mode mode = mode(path, members.getFirst().host().read(), port);
        boolean something = mode == Gate.Mode.OPEN && path.forwarder().isEmpty() && members.size() == 1;
        if (mode == Gate.Mode.CLOSED) {
            mode = switch (path.otherPorts()) {
                case REFUSED -> Gate.Mode.CLOSED;
                case SILENT -> Gate.Mode.SILENT;
                case ACCEPTED -> Gate.Mode.OPEN;
            };
        }
        int key = something ? port : NOTHING_THERE.get(mode);
        try {
            if (!gates.containsKey(key)) {
                gates.put(key, new Gate(0, socket -> reception.take(socket, key), threads));
            }
            gates.get(key).set(mode);
            return gates.get(key).port();
        } catch (IOException e) {
            throw new HostException(HostException.Kind.DENIED,
                    "The lab cannot have another port of the loopback interface: " + e.getMessage() + ".",
                    "End other programs that use many ports.");
        }
    }

    private Gate.Mode mode(PathFile.Content path, HostState first, int port) {
        if (path.forwarder().isPresent()) {
            return Gate.Mode.OPEN;
        }
        if (members.size() > 1) {
            return port == dialled ? Gate.Mode.OPEN : Gate.Mode.CLOSED;
        }
        return switch (Port.of(first, port)) {
            case Port.Nothing nothing -> Gate.Mode.CLOSED;
            case Port.Silence silence -> Gate.Mode.SILENT;
            case Port.RemoteDesktop desktop -> Gate.Mode.OPEN;
            case Port.Other other -> Gate.Mode.OPEN;
            case Port.Deaf deaf -> Gate.Mode.OPEN;
        };
    }

    private void watch() {
        String before = "";
        while (!closed) {
            try {
                Thread.sleep(WATCH);
                StringBuilder now = new StringBuilder(Member.stamp(pathFile));
                members.forEach(member -> now.append(member.stamp()));
                if (!now.toString().equals(before)) {
                    before = now.toString();
                    refresh();
                }
            } catch (InterruptedException ended) {
                return;
            } catch (HostException halfWritten) {
                LOGGER.log(System.Logger.Level.DEBUG, halfWritten.getMessage());
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            try {
                main.close();
                for (Gate each : gates.values()) {
                    each.close();
                }
            } catch (IOException closing) {
                LOGGER.log(System.Logger.Level.DEBUG, closing.getMessage());
            }
        }
        reception.close();
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
