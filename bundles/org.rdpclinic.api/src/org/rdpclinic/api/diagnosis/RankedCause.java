// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A cause as the evidence leaves it.
 *
 * @param cause       id of the cause
 * @param title       the cause in words
 * @param probability 0.01 to 0.99: nothing is certain
 * @param standing    named, undecided, or merely possible
 * @param supporting  findings for it, the weightiest first
 * @param opposing    findings against it, the weightiest first
 * @param missing     findings that it would show and that are unknown
 * @param remedies    ids of remedies, the best first
 */
public record RankedCause(String cause, String title, double probability, Standing standing,
        List<WeighedFinding> supporting, List<WeighedFinding> opposing, List<WeighedFinding> missing,
        List<String> remedies) {

    /** How sure the clinic is. */
    public enum Standing {
        /** This is a cause. */
        NAMED,
        /** One of a few that the evidence at hand cannot split. */
        UNDECIDED,
        /** Not excluded. */
        POSSIBLE;

        /** The stable name in data and JSON, for example {@code named}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public RankedCause {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(standing, "standing");
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        missing = List.copyOf(missing);
        remedies = List.copyOf(remedies);
    }
}
