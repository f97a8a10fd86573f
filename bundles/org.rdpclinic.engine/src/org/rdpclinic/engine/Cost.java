// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Locale;
import java.util.Optional;

/** What a probe costs in time and in trouble for the target; it weighs which probe to advise next. */
public enum Cost {
    /** A connection or two, or one look at a host. */
    LOW(1),
    /** Some connections, or seconds. */
    MEDIUM(3),
    /** Many connections, or minutes. */
    HIGH(10);

    private final int weight;

    Cost(int weight) {
        this.weight = weight;
    }

    /** By what the gain of information is divided: 1, 3 or 10. */
    public int weight() {
        return weight;
    }

    /** The name in data, for example {@code low}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cost with this {@link #id()}. */
    public static Optional<Cost> find(String id) {
        for (Cost cost : values()) {
            if (cost.id().equals(id)) {
                return Optional.of(cost);
            }
        }
        return Optional.empty();
    }
}
