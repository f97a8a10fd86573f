// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.List;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Finding;

/**
 * A finding as the observations leave it.
 *
 * @param finding      the finding
 * @param truth        whether it is so
 * @param counts       whether it is evidence: false when it is unknown, and when it is false only because another
 *                     finding of the same fact is true
 * @param observations what decided it; empty when it is unknown
 * @param says         the finding in words, as it stands; for an unknown one what would be so
 */
record FindingState(Finding finding, Truth truth, boolean counts, List<Observation> observations, String says) {
    FindingState {
        observations = List.copyOf(observations);
    }

    /** The same, counting for nothing. */
    FindingState ignored() {
        return new FindingState(finding, truth, false, observations, says);
    }
}
