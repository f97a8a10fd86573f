// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;

/**
 * A network of the tests' own: names and addresses that stand for servers on loopback, by a clock that stands still.
 */
public final class TestNetwork implements Network {

    /** The time in all tests. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<InetSocketAddress, InetSocketAddress> servers = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, TcpOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger most = new AtomicInteger();
    private final Set<InetAddress> own = ConcurrentHashMap.newKeySet();

    /** The most connections that stood at a time. */
    public int mostOpen() {
        return most.get();
    }

    /** The addresses of a name. */
    public TestNetwork name(String name, String... addresses) {
        names.put(name, List.of(addresses));
        return this;
    }

    /** The server that answers at an address. */
    public TestNetwork server(String address, int port, ScriptedServer server) {
        servers.put(socketAddress(address, port), server.address());
        return this;
    }

    /** How a connect ends without a server. */
    public TestNetwork outcome(String address, int port, TcpOutcome outcome) {
        outcomes.put(socketAddress(address, port), outcome);
        return this;
    }

    /** An address of this computer. */
    public TestNetwork own(String address) {
        own.add(socketAddress(address, 1).getAddress());
        return this;
    }

    private static InetSocketAddress socketAddress(String address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Resolution resolve(String name) {
        List<String> addresses = names.get(name);
        return addresses == null ? new Resolution.Unresolved("Nobody knows " + name + ".")
                : new Resolution.Addresses(
                        addresses.stream().map(each -> socketAddress(each, 1).getAddress()).toList());
    }

    @Override
    public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
        if (outcomes.containsKey(address)) {
            return outcomes.get(address);
        }
        if (!servers.containsKey(address)) {
            return new TcpOutcome.Refused(Duration.ofMillis(1));
        }
        Socket socket = new Socket();
        sockets.add(socket);
        most.accumulateAndGet((int) sockets.stream().filter(each -> !each.isClosed()).count(), Math::max);
        request.onCancel(socket);
        long start = System.nanoTime();
        try {
            socket.connect(servers.get(address), (int) timeout.toMillis());
            return new TcpOutcome.Accepted(socket, Duration.ofNanos(System.nanoTime() - start));
        } catch (SocketTimeoutException e) {
            return new TcpOutcome.Silent(timeout);
        } catch (ConnectException e) {
            return new TcpOutcome.Refused(Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            return new TcpOutcome.Unreachable(e.getMessage());
        }
    }

    @Override
    public boolean isLocal(InetAddress address) {
        return own.contains(address);
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
