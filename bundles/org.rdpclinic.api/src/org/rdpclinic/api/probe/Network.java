// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The way to the net. Probes reach the net through it alone: over it the lab gives a path, and the engine keeps the
 * pace off loopback and knows the clinic's own attempts again.
 */
public interface Network {

    /** What a name became. */
    sealed interface Resolution {

        /** At least one address, in the resolver's order. */
        record Addresses(List<InetAddress> addresses) implements Resolution {
            /** Copies the list. */
            public Addresses {
                addresses = List.copyOf(addresses);
            }
        }

        /** No address: why, in one sentence. */
        record Unresolved(String reason) implements Resolution {
        }
    }

    /** Resolves a name, or reads a literal address. */
    Resolution resolve(String name);

    /**
     * Connects by TCP. The caller owns the socket of an accepted connection.
     *
     * @param address resolved address and port
     * @param timeout how long to wait before it counts as silent
     * @param request the request on whose behalf: cancelling it ends the connect
     */
    TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request);

    /** Whether an address is one of this computer's. */
    boolean isLocal(InetAddress address);

    /** The clock by which everything in the case is dated. */
    Clock clock();
}
