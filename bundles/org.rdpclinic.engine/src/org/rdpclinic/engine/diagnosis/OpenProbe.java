// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.Objects;
import java.util.Set;

/**
 * A probe that could still tell something.
 *
 * @param probe id of the probe
 * @param keys  ids of the keys that it observes
 * @param needs what it needs and lacks, for example {@code server:registry}; empty when it could run at once
 * @param cost  by what its gain of information is divided; 1 or more
 */
public record OpenProbe(String probe, Set<String> keys, String needs, int cost) {

    /** Checks and copies. */
    public OpenProbe {
        Objects.requireNonNull(probe, "probe");
        keys = Set.copyOf(keys);
        Objects.requireNonNull(needs, "needs");
        if (cost < 1) {
            throw new IllegalArgumentException("The cost of " + probe + " is " + cost + "; it is 1 or more.");
        }
    }
}
