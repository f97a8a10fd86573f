// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.util.List;

import org.rdpclinic.api.Observation;

/**
 * A true finding that is worth mending and explains no failure here.
 *
 * @param finding      id of the finding
 * @param says         what is so
 * @param advice       what to do about it
 * @param observations what it rests on
 */
public record Advisory(String finding, String says, String advice, List<Observation> observations) {
    /** Copies the list. */
    public Advisory {
        observations = List.copyOf(observations);
    }
}
