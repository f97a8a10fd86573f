// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named reason for failure, as the diagnosis needs it; its texts stand beside it in the knowledge base.
 *
 * @param id         stable, public id, for example {@code certificate-expired}
 * @param title      the cause in a few words
 * @param baseRate   how often it is met in the field with any symptom, above 0 and below 1
 * @param remainder  whether it stands for all that is not in the knowledge base
 * @param shows      the findings that it shows, and how often, each above 0 and below 1
 * @param codes      how often mstsc shows a code when this is the cause
 * @param remedies   ids of remedies, the best first
 */
public record Cause(String id, String title, double baseRate, boolean remainder, Map<String, Double> shows,
        CodeLikelihood codes, List<String> remedies) {

    /** Checks ranges and copies the collections, keeping their order. */
    public Cause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(codes, "codes");
        shows = Collections.unmodifiableMap(new LinkedHashMap<>(shows));
        remedies = List.copyOf(remedies);
        if (!(baseRate > 0 && baseRate < 1)) {
            throw new IllegalArgumentException("The base rate of " + id + " is " + baseRate
                    + "; it lies between 0 and 1.");
        }
        shows.forEach((finding, chance) -> {
            if (!(chance > 0 && chance < 1)) {
                throw new IllegalArgumentException("How often " + id + " shows " + finding + " is " + chance
                        + "; it lies between 0 and 1.");
            }
        });
    }

    /** How often this cause shows a finding; 0 when it never does. */
    public double chanceOf(String finding) {
        return shows.getOrDefault(finding, 0.0);
    }
}
