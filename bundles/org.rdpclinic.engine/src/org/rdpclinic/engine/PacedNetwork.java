// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.api.settings.Settings;

/**
 * A network that is gentle off loopback: it makes so many connections a second at most, and so many in all, since it
 * serves one target. An address that answered and then keeps quiet or refuses twice running is left alone: many
 * protections shut out who knocks too often, and knocking on makes it worse. Time spent waiting for a turn is neither
 * part of the connect time nor of the probe's own time.
 */
public final class PacedNetwork implements Network {

    private static final int REFUSALS = 2;
    private static final long SLICE = Duration.ofMillis(50).toNanos();

    /** A steady clock, and how to wait by it. */
    interface Ticker {

        /** Nanoseconds since some moment. */
        long nanos();

        /** Waits for so many nanoseconds. */
        void sleep(long nanos) throws InterruptedException;
    }

    private static final Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    private final Network inner;
    private final long perSecond;
    private final long perTarget;
    private final Rate rate;
    private final Ticker ticker;
    private final Map<InetSocketAddress, Integer> refusalsSinceAnswer = new HashMap<>();
    private long connections;

    /** Over a network, for one target, with the pace of these settings. */
    public PacedNetwork(Network inner, Settings settings) {
        this(inner, settings, new Rate(), SYSTEM);
    }

    /** The same, at a rate that is shared with others. */
    PacedNetwork(Network inner, Settings settings, Rate rate) {
        this(inner, settings, rate, SYSTEM);
    }

    /** The same with a clock of the caller's. */
    PacedNetwork(Network inner, Settings settings, Rate rate, Ticker ticker) {
        this.inner = Objects.requireNonNull(inner, "inner");
        this.perSecond = settings.get(ProbeSettings.CONNECTIONS_PER_SECOND);
        this.perTarget = settings.get(ProbeSettings.CONNECTIONS_PER_TARGET);
        this.rate = Objects.requireNonNull(rate, "rate");
        this.ticker = Objects.requireNonNull(ticker, "ticker");
    }

    @Override
    public Resolution resolve(String name) {
        return inner.resolve(name);
    }

    @Override
    public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
        if (address.getAddress() != null && address.getAddress().isLoopbackAddress()) {
            return inner.connect(address, timeout, request);
        }
        String refusal = refusal(address);
        if (!refusal.isEmpty()) {
            return new TcpOutcome.Unreachable(refusal);
        }
        if (!awaitTurn(request)) {
            return new TcpOutcome.Unreachable("The connection to " + text(address) + " was given up.");
        }
        TcpOutcome outcome = inner.connect(address, timeout, request);
        // How a connect ends that was broken off from here tells nothing about the target.
        if (!request.isCancelled()) {
            remember(address, outcome);
        }
        return outcome;
    }

    private synchronized String refusal(InetSocketAddress address) {
        if (refusalsSinceAnswer.getOrDefault(address, 0) >= REFUSALS) {
            return text(address) + " answered before and answers no more; the clinic leaves it alone, since "
                    + "knocking on could make it worse.";
        }
        if (connections >= perTarget) {
            return "The clinic made " + connections + " connections to this target and makes no more; the setting "
                    + ProbeSettings.CONNECTIONS_PER_TARGET.name() + " allows others.";
        }
        connections++;
        return "";
    }

    private boolean awaitTurn(ProbeRequest request) {
        try {
            for (long wait = turn(); wait > 0; wait = turn()) {
                if (request.isCancelled()) {
                    return false;
                }
                long slice = Math.min(wait, SLICE);
                if (request instanceof ProbeTask task) {
                    task.extend(slice);
                }
                ticker.sleep(slice);
            }
            return !request.isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long turn() {
        return rate.take(ticker.nanos(), perSecond);
    }

    private synchronized void remember(InetSocketAddress address, TcpOutcome outcome) {
        switch (outcome) {
            case TcpOutcome.Accepted accepted -> refusalsSinceAnswer.put(address, 0);
            case TcpOutcome.Refused refused -> refusalsSinceAnswer.computeIfPresent(address, (a, n) -> n + 1);
            case TcpOutcome.Silent silent -> refusalsSinceAnswer.computeIfPresent(address, (a, n) -> n + 1);
            case TcpOutcome.Unreachable unreachable -> {
                // Said by this computer or a router, not by the target.
            }
        }
    }

    private static String text(InetSocketAddress address) {
        return (address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress())
                + " port " + address.getPort();
    }

    @Override
    public boolean isLocal(InetAddress address) {
        return inner.isLocal(address);
    }

    @Override
    public Clock clock() {
        return inner.clock();
    }
}
