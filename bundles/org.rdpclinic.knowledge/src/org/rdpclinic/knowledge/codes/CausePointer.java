// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;
import java.util.Optional;

/**
 * A cause that a number points to. Our reading of its meaning, not a word of a source.
 *
 * @param cause id of the cause
 * @param when  the circumstance under which it does, if there is one
 */
public record CausePointer(String cause, Optional<String> when) {

    /** Checks. */
    public CausePointer {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(when);
    }
}
