// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.lab.internal.server.LabServer;
import org.rdpclinic.lab.internal.state.Addresses;
import org.rdpclinic.lab.internal.state.PathFile;

/** The net as the simulated client sees it: the target's apparent addresses stand for ports of loopback. */
public final class LabNetwork implements Network {

    private static final Duration FIRST_RESEND = Duration.ofSeconds(1);
    private static final Duration SLICE = Duration.ofMillis(20);

    private final LabServer server;
    private final Clock clock;
    private final AtomicLong packets = new AtomicLong();

    /** Over the ports of a run. */
    public LabNetwork(LabServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Resolution resolve(String name) {
        Optional<InetAddress> literal = Addresses.literal(name);
        if (literal.isPresent()) {
            return new Resolution.Addresses(List.of(literal.get()));
        }
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (Map.Entry<String, List<String>> each : server.path().names().entrySet()) {
                if (each.getKey().equalsIgnoreCase(name)) {
                    each.getValue().forEach(text -> Addresses.literal(text).ifPresent(addresses::add));
                }
            }
            return addresses.isEmpty() ? new Resolution.Unresolved("No name server knows " + name + ".")
                    : new Resolution.Addresses(addresses);
        } catch (HostException e) {
            return new Resolution.Unresolved(e.getMessage());
        }
    }

    @Override
    public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
        long begin = System.nanoTime();
        try {
            PathFile.Content path = server.path();
            if (address.isUnresolved() || !leadsTo(path, address.getAddress())) {
                return new TcpOutcome.Unreachable("The lab's path leads to the target alone, not to "
                        + address.getHostString() + ".");
            }
            Duration resend = FIRST_RESEND;
            while (lost(path.loss())) {
                Duration left = timeout.minusNanos(System.nanoTime() - begin);
                if (!sleep(left.compareTo(resend) < 0 ? left : resend, request) || left.compareTo(resend) <= 0) {
                    return new TcpOutcome.Silent(since(begin));
                }
                resend = resend.multipliedBy(2);
            }
            sleep(Duration.ofNanos(Math.round(path.roundTripMillis() * 1e6)), request);
            return connect(server.route(address.getPort()), timeout, begin, request);
        } catch (HostException e) {
            return new TcpOutcome.Unreachable(e.getMessage());
        }
    }

    private static TcpOutcome connect(int port, Duration timeout, long begin, ProbeRequest request) {
        Socket socket = new Socket();
        request.onCancel(socket);
        try {
            long left = timeout.toMillis() - since(begin).toMillis();
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                    (int) Math.max(1, Math.min(left, Integer.MAX_VALUE)));
            socket.setTcpNoDelay(true);
            return new TcpOutcome.Accepted(socket, since(begin));
        } catch (SocketTimeoutException e) {
            close(socket);
            return new TcpOutcome.Silent(since(begin));
        } catch (ConnectException e) {
            close(socket);
            return new TcpOutcome.Refused(since(begin));
        } catch (IOException e) {
            close(socket);
            return new TcpOutcome.Unreachable("The connect was given up: " + e.getMessage() + ".");
        }
    }

    private static boolean leadsTo(PathFile.Content path, InetAddress address) {
        return path.names().values().stream().flatMap(List::stream).map(Addresses::literal)
                .anyMatch(each -> each.filter(address::equals).isPresent());
    }

    private boolean lost(String pattern) {
        return !pattern.isEmpty()
                && pattern.charAt((int) (packets.getAndIncrement() % pattern.length())) == 'x';
    }

    /** Sleeps in slices; false when the request was cancelled meanwhile. */
    private static boolean sleep(Duration duration, ProbeRequest request) {
        long end = System.nanoTime() + duration.toNanos();
        try {
            for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (request.isCancelled()) {
                    return false;
                }
                Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closing) {
            return;
        }
    }

    @Override
    public boolean isLocal(InetAddress address) {
        return false;
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
