// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.engine.internal.guard.GuardedCalls;

class PacedNetworkTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Long> starts = new ArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private TcpOutcome answer = new TcpOutcome.Accepted(new Socket(), Duration.ofMillis(5));
    private Settings settings = Settings.DEFAULTS;

    /** Time passes only by waiting. */
    private static final class FakeTicker implements PacedNetwork.Ticker {

        private long now = 1_000_000_000_000L;
        private Runnable asleep = () -> { };

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos;
            asleep.run();
        }
    }

    /** Answers as it is told, and notes when it was asked. */
    private final class Inner implements Network {

        @Override
        public Resolution resolve(String name) {
            return new Resolution.Unresolved("none");
        }

        @Override
        public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
            starts.add(ticker.now);
            return answer;
        }

        @Override
        public boolean isLocal(InetAddress address) {
            return false;
        }

        @Override
        public Clock clock() {
            return Guests.CLOCK;
        }
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ProbeTask task() {
        ProbeDeclaration declaration = Guests.guest("a", "network", "test.one", Guests.observing(Guests.ONE, 1));
        ProbeTask task = new ProbeTask(declaration, new ProbeTask.Surroundings(Guests.request(),
                KeyCatalog.of(List.of()), new ObservationLog(), null, new GuardedCalls(1, 1),
                Guests.request().network(), observation -> { }, (probe, what) -> { }));
        task.begin();
        return task;
    }

    private PacedNetwork network() {
        return new PacedNetwork(new Inner(), settings, new Rate(), ticker);
    }

    private TcpOutcome connect(PacedNetwork network, String host) {
        return network.connect(address(host, 3389), SECOND, task());
    }

    @Test
    void threeConnectionsStartInAnySecond() {
        PacedNetwork network = network();
        for (int i = 0; i < 7; i++) {
            connect(network, "192.0.2.1");
        }
        assertEquals(7, starts.size());
        for (int i = 3; i < starts.size(); i++) {
            assertTrue(starts.get(i) - starts.get(i - 3) >= SECOND.toNanos(), "connection " + i + " came too early");
        }
        assertEquals(starts.get(0), starts.get(2));
    }

    @Test
    void loopbackIsNotSlowedDown() {
        PacedNetwork network = network();
        for (int i = 0; i < 100; i++) {
            connect(network, "127.0.0.1");
        }
        assertEquals(100, starts.size());
        assertEquals(starts.getFirst(), starts.getLast());
    }

    @Test
    void theBudgetOfTheTargetIsKept() {
        settings = settings.with(ProbeSettings.CONNECTIONS_PER_TARGET, 4L);
        PacedNetwork network = network();
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(TcpOutcome.Accepted.class, connect(network, "192.0.2." + i));
        }
        TcpOutcome.Unreachable over = assertInstanceOf(TcpOutcome.Unreachable.class, connect(network, "192.0.2.1"));
        assertTrue(over.reason().contains("4 connections") && over.reason().contains("pace.per-target"), over.reason());
        assertEquals(4, starts.size());
    }

    @Test
    void aTargetThatAnsweredAndBeginsToRefuseIsLeftAlone() {
        PacedNetwork network = network();
        connect(network, "192.0.2.1");
        answer = new TcpOutcome.Refused(Duration.ofMillis(1));
        assertInstanceOf(TcpOutcome.Refused.class, connect(network, "192.0.2.1"));
        answer = new TcpOutcome.Silent(SECOND);
        assertInstanceOf(TcpOutcome.Silent.class, connect(network, "192.0.2.1"));
        TcpOutcome.Unreachable left = assertInstanceOf(TcpOutcome.Unreachable.class, connect(network, "192.0.2.1"));
        assertTrue(left.reason().startsWith("192.0.2.1 port 3389 answered before"), left.reason());
        assertEquals(3, starts.size());
        assertInstanceOf(TcpOutcome.Silent.class, connect(network, "192.0.2.2"));
    }

    @Test
    void aTargetThatNeverAnsweredIsNotLeftAlone() {
        PacedNetwork network = network();
        answer = new TcpOutcome.Refused(Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(TcpOutcome.Refused.class, connect(network, "192.0.2.1"));
        }
    }

    @Test
    void theConnectTimeIsWithoutTheWaiting() {
        PacedNetwork network = network();
        TcpOutcome last = null;
        for (int i = 0; i < 4; i++) {
            last = connect(network, "192.0.2.1");
        }
        assertEquals(Duration.ofMillis(5), assertInstanceOf(TcpOutcome.Accepted.class, last).connectTime());
    }

    @Test
    void waitingIsNotTheProbesOwnTime() {
        PacedNetwork network = network();
        ProbeTask task = task();
        long before = task.deadline();
        for (int i = 0; i < 4; i++) {
            network.connect(address("192.0.2.1", 3389), SECOND, task);
        }
        assertEquals(SECOND.toNanos(), task.deadline() - before);
    }

    @Test
    void cancellingEndsTheWait() {
        settings = settings.with(ProbeSettings.CONNECTIONS_PER_SECOND, 1L);
        PacedNetwork network = network();
        ProbeTask task = task();
        network.connect(address("192.0.2.1", 3389), SECOND, task);
        ticker.asleep = () -> task.stop();
        TcpOutcome outcome = network.connect(address("192.0.2.1", 3389), SECOND, task);
        assertInstanceOf(TcpOutcome.Unreachable.class, outcome);
        assertEquals(1, starts.size());
    }

    @Test
    void twoRunsOfOneEngineShareTheRate() {
        Rate shared = new Rate();
        PacedNetwork one = new PacedNetwork(new Inner(), settings, shared, ticker);
        PacedNetwork two = new PacedNetwork(new Inner(), settings, shared, ticker);
        for (int i = 0; i < 2; i++) {
            connect(one, "192.0.2.1");
            connect(two, "192.0.2.2");
        }
        assertTrue(starts.get(3) - starts.get(0) >= SECOND.toNanos());
    }
}
