// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.util.List;

/**
 * Causes that show the same failure and that the evidence at hand cannot split.
 *
 * @param causes      ids of the causes, the likelier first; two to six
 * @param probability that at least one of them is at work
 * @param decidedBy   what would split them
 */
public record UndecidedGroup(List<String> causes, double probability, List<Decider> decidedBy) {

    /** Copies the lists. */
    public UndecidedGroup {
        causes = List.copyOf(causes);
        decidedBy = List.copyOf(decidedBy);
    }

    /**
     * Something that would split a group.
     *
     * @param where what must be looked into, for example {@code server:registry}, or {@code network}
     * @param keys  ids of the keys that would tell
     * @param probe id of the probe that observes them
     */
    public record Decider(String where, List<String> keys, String probe) {
        /** Copies the list. */
        public Decider {
            keys = List.copyOf(keys);
        }
    }
}
