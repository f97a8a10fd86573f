// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.rdpclinic.api.keys.PathKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;

/** Looks for signs that the path ends before the target: an address of forwarders, a port that should be closed. */
public final class PathProbe implements Probe {

    /** Assigned to no service, and outside the ranges from which systems take ports by chance. */
    static final int CONTROL_PORT = 27931;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);
    private static final int ROUND_TRIPS = 20;
    /** Debian's address for a computer's own name. */
    private static final String OWN_NAME_ADDRESS = "127.0.1.1";

    @Override
    public Applicability applicability(ProbeRequest request) {
        return TargetAddress.accepting(request).isEmpty()
                ? new Applicability.NotRelevant("No address accepted a connection.")
                : new Applicability.Ready();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        List<TargetAddress> addresses = TargetAddress.accepting(request);
        addresses.forEach(address -> request.observe(PathKeys.FORWARDER_ADDRESS,
                isForwarderAddress(address, request), address.subject()));
        request.progress("control port");
        SideBySide.run(TargetAddress.MOST,
                addresses.stream().<Callable<Void>>map(address -> () -> control(address, request)).toList());
        return ProbeOutcome.completed();
    }

    private static boolean isForwarderAddress(TargetAddress address, ProbeRequest request) {
        return switch (AddressKind.of(address.ip())) {
            case CARRIER_GRADE -> !request.network().isLocal(address.ip());
            case LOOPBACK -> !request.network().isLocal(address.ip())
                    || !meansThisComputer(request.target().host(), address);
            default -> false;
        };
    }

    private static boolean meansThisComputer(String dialled, TargetAddress address) {
        String name = dialled.toLowerCase(Locale.ROOT);
        return LiteralAddress.kindOf(name) != LiteralAddress.Kind.NAME || name.equals("localhost")
                || name.endsWith(".localhost") || address.ip().getHostAddress().equals(OWN_NAME_ADDRESS);
    }

    private static Void control(TargetAddress address, ProbeRequest request) {
        int port = address.port() == CONTROL_PORT ? CONTROL_PORT + 1 : CONTROL_PORT;
        TcpOutcome outcome = request.network().connect(new InetSocketAddress(address.ip(), port),
                Waiting.atMost(wait(address, request), request), request);
        if (outcome instanceof TcpOutcome.Accepted accepted) {
            try {
                accepted.socket().close();
            } catch (IOException e) {
                // That it was accepted is all that counts.
            }
        }
        if (!request.isCancelled()) {
            request.observe(PathKeys.CONTROL_PORT, (long) port, address.subject());
            request.observe(PathKeys.CONTROL_OUTCOME, TcpOutcomes.id(outcome), address.subject());
        }
        return null;
    }

    /** A closed port answers within a round trip or not at all, and the target's own port showed how long one takes. */
    private static Duration wait(TargetAddress address, ProbeRequest request) {
        Duration several = request.observed().find(TcpKeys.CONNECT_TIME, address.subject()).orElse(LONGEST_WAIT)
                .multipliedBy(ROUND_TRIPS);
        if (several.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return several.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : several;
    }
}
