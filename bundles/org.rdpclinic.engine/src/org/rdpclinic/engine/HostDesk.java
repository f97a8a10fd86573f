// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.HostProvider;
import org.rdpclinic.engine.internal.guard.GuardedCalls;
import org.rdpclinic.engine.internal.guard.GuestFailure;

/** The hosts of one run: opened when it starts, closed when it ends. Safe for use by several threads. */
final class HostDesk {

    /** How long the opening of a host may take. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How a host stands. */
    sealed interface Standing {

        /** It is being opened. */
        record Opening() implements Standing {
        }

        /** It can be looked into. */
        record Open(Host host) implements Standing {
        }

        /** It cannot be looked into: why, and what to do about it. */
        record Missing(String reason, String advice) implements Standing {
        }
    }

    private record Order(Need.Side side, String spec, HostContribution contribution) {
    }

    private final Map<Need.Side, Standing> standings = new EnumMap<>(Need.Side.class);
    private final List<Order> orders = new ArrayList<>();
    private final List<GuardedCalls.Call> calls = new ArrayList<>();
    private boolean closed;

    private HostDesk() {
    }

    /** Looks up who opens the hosts of a request; throws with a sentence where nobody does. */
    static HostDesk of(CaseRequest request, Map<String, HostContribution> hosts) {
        HostDesk desk = new HostDesk();
        desk.order(Need.Side.CLIENT, request.clientHostSpec(), hosts);
        desk.order(Need.Side.SERVER, request.serverHostSpec(), hosts);
        return desk;
    }

    private void order(Need.Side side, Optional<String> spec, Map<String, HostContribution> hosts) {
        if (spec.isEmpty()) {
            standings.put(side, new Standing.Missing("No " + side.id() + " host was given to look into.",
                    "Name the " + side.id() + " host; on the command line by --" + side.id() + " HOSTSPEC."));
            return;
        }
        HostContribution contribution = hosts.get(HostContribution.schemeOf(spec.get()));
        if (contribution == null) {
            throw new IllegalArgumentException("'" + spec.get()
                    + "' is no host that the clinic can look into; it knows "
                    + (hosts.isEmpty() ? "none" : String.join(", ", hosts.keySet())) + ".");
        }
        standings.put(side, new Standing.Opening());
        orders.add(new Order(side, spec.get(), contribution));
    }

    /** Begins to open the hosts; each time one stands or cannot, the caller is told. */
    void open(GuardedCalls guard, Runnable changed) {
        for (Order order : orders) {
            calls.add(guard.start("host " + order.spec() + " of " + order.contribution().bundle(), () -> {
                settle(order.side(), opened(order), guard);
                changed.run();
            }, sentence -> {
                settle(order.side(), new Standing.Missing(sentence, ""), guard);
                changed.run();
            }));
        }
    }

    private static Standing opened(Order order) {
        String bundle = order.contribution().bundle();
        try {
            HostProvider provider = order.contribution().factory().get();
            Host host = provider == null ? null : provider.open(order.spec());
            return host == null ? new Standing.Missing(bundle + " opened nothing for " + order.spec() + ".", "")
                    : new Standing.Open(host);
        } catch (HostException e) {
            return new Standing.Missing(Objects.requireNonNullElse(e.getMessage(), "The host gives no reason."),
                    e.advice());
        } catch (Throwable e) {
            return new Standing.Missing(GuestFailure.sentence("Opening the host " + order.spec(), bundle, e), "");
        }
    }

    private void settle(Need.Side side, Standing standing, GuardedCalls guard) {
        boolean late;
        synchronized (this) {
            late = closed || !(standings.get(side) instanceof Standing.Opening);
            if (!late) {
                standings.put(side, standing);
            }
        }
        if (late && standing instanceof Standing.Open open) {
            close(open.host(), guard);
        }
    }

    /** How the host of a side stands. */
    synchronized Standing standing(Need.Side side) {
        return standings.get(side);
    }

    /** The host of a side, where it stands. */
    Optional<Host> find(Need.Side side) {
        return standing(side) instanceof Standing.Open open ? Optional.of(open.host()) : Optional.empty();
    }

    /** Whether a host is still being opened. */
    synchronized boolean isOpening() {
        return standings.values().stream().anyMatch(Standing.Opening.class::isInstance);
    }

    /** Waits no longer for hosts that are still being opened. */
    void giveUp() {
        synchronized (this) {
            for (Order order : orders) {
                if (standings.get(order.side()) instanceof Standing.Opening) {
                    standings.put(order.side(), new Standing.Missing("The host " + order.spec()
                            + " could not be opened within " + Durations.format(PATIENCE) + ".", ""));
                }
            }
        }
        calls.forEach(GuardedCalls.Call::giveUp);
    }

    /** Closes the hosts; one that does not close holds up nobody. A second call does nothing. */
    void close(GuardedCalls guard) {
        List<Host> open = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            for (Need.Side side : Need.Side.values()) {
                find(side).ifPresent(open::add);
            }
        }
        open.forEach(host -> close(host, guard));
    }

    private static void close(Host host, GuardedCalls guard) {
        guard.startAside("closing a host", () -> {
            try {
                host.close();
            } catch (Throwable e) {
                // The run is over; nothing rests on the host any more.
            }
        });
    }
}
