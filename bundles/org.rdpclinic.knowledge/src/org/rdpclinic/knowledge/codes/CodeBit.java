// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;

/**
 * A named value of a field that stands beside a list: a protocol bit, a flag, a state transition.
 *
 * @param field    {@code protocols}, {@code request-flags}, {@code response-flags} or {@code state-transition}
 * @param value    the bit or number
 * @param constant its symbolic name
 * @param meaning  one sentence
 */
public record CodeBit(String field, long value, String constant, String meaning) {

    /** Checks. */
    public CodeBit {
        Objects.requireNonNull(field);
        Objects.requireNonNull(constant);
        Objects.requireNonNull(meaning);
    }
}
