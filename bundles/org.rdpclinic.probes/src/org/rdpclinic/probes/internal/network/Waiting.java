// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.time.Duration;

import org.rdpclinic.api.probe.ProbeRequest;

/** How long a probe may wait. */
public final class Waiting {

    private Waiting() {
    }

    /** The given time, or what is left of the probe's own when that is less; at least a millisecond. */
    public static Duration atMost(Duration wanted, ProbeRequest request) {
        Duration shorter = isCutShort(wanted, request) ? request.timeLeft() : wanted;
        return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
    }

    /** Whether the probe's own time ends before the given one: a silence until then says nothing. */
    public static boolean isCutShort(Duration wanted, ProbeRequest request) {
        return request.timeLeft().compareTo(wanted) < 0;
    }
}
