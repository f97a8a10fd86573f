// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.util.List;
import java.util.Objects;

import org.rdpclinic.api.Observation;

/**
 * A finding and what it does to a cause.
 *
 * @param finding      id of the finding
 * @param says         the finding in words, as it stands: true, false, or what would have to be known
 * @param weight       by what factor the odds of the cause are larger with this finding than without it: above 1 speaks
 *                     for the cause, below 1 against it; 1 for a finding that is unknown
 * @param observations what it rests on; empty when it is unknown
 */
public record WeighedFinding(String finding, String says, double weight, List<Observation> observations) {

    /** Copies the list. */
    public WeighedFinding {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(says, "says");
        observations = List.copyOf(observations);
    }
}
