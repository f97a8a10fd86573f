// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;

/** The net of this computer. */
public final class SystemNetwork implements Network {

    private final Clock clock;

    /** With the system's clock in UTC. */
    public SystemNetwork() {
        this(Clock.systemUTC());
    }

    /** With a clock by which the case is dated. */
    public SystemNetwork(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Resolution resolve(String name) {
        try {
            return new Resolution.Addresses(List.of(InetAddress.getAllByName(name)));
        } catch (UnknownHostException e) {
            return new Resolution.Unresolved("The resolver of this computer knows no address for " + name + ".");
        }
    }

    @Override
    public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
        Socket socket = new Socket();
        // A platform thread in connect ignores interrupts: only closing the socket ends it.
        request.onCancel(socket);
        long start = System.nanoTime();
        TcpOutcome outcome;
        try {
            socket.connect(address, (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis())));
            return new TcpOutcome.Accepted(socket, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | IllegalArgumentException e) {
            outcome = failure(e, address, Duration.ofNanos(System.nanoTime() - start), request);
        }
        closeQuietly(socket);
        return outcome;
    }

    private static TcpOutcome failure(Exception e, InetSocketAddress address, Duration time, ProbeRequest request) {
        if (request.isCancelled()) {
            return new TcpOutcome.Unreachable("The connection to " + text(address) + " was given up.");
        }
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException || message.contains("timed out")) {
            return new TcpOutcome.Silent(time);
        }
        if (e instanceof ConnectException && message.contains("refused")) {
            return new TcpOutcome.Refused(time);
        }
        return new TcpOutcome.Unreachable(
                "There is no way to " + text(address) + " from this computer (" + e.getMessage() + ").");
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It never stood; there is nothing to lose.
        }
    }

    private static String text(InetSocketAddress address) {
        return (address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress())
                + " port " + address.getPort();
    }

    @Override
    public boolean isLocal(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return true;
        }
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }
}
