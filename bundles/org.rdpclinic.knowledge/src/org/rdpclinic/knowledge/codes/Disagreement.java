// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;

/**
 * What one source says about a number on which sources differ.
 *
 * @param source id of the source
 * @param says   one or two sentences
 */
public record Disagreement(String source, String says) {

    /** Checks. */
    public Disagreement {
        Objects.requireNonNull(source);
        Objects.requireNonNull(says);
    }
}
