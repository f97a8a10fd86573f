// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rdpclinic.knowledge.causes.Grade;

/**
 * What people are told that a number means.
 *
 * @param reading the claim, one sentence
 * @param grade   how good it is
 * @param answer  what stands against it
 * @param sources ids of who claims it
 */
public record Reading(String reading, Grade grade, Optional<String> answer, List<String> sources) {

    /** Checks and copies. */
    public Reading {
        Objects.requireNonNull(reading);
        Objects.requireNonNull(grade);
        Objects.requireNonNull(answer);
        sources = List.copyOf(sources);
    }
}
