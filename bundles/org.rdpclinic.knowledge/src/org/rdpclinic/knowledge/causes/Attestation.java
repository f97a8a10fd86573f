// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.List;
import java.util.Objects;

/**
 * One statement of sources on whether a cause gives the error 0x904 with 0x7.
 *
 * @param grade   how good it is
 * @param text    what was said or measured, one or two sentences
 * @param sources ids of the sources, at least one
 */
public record Attestation(Grade grade, String text, List<String> sources) {

    /** Checks and copies. */
    public Attestation {
        Objects.requireNonNull(grade);
        Objects.requireNonNull(text);
        sources = List.copyOf(sources);
    }
}
