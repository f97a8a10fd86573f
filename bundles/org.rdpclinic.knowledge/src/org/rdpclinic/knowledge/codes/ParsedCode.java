// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody typed for a code: a number, or a sentence that says why it is none.
 */
public sealed interface ParsedCode {

    /**
     * A number that can be looked up.
     *
     * @param value  0 to {@link CodeKind#LARGEST}
     * @param advice a sentence where another spelling was probably meant, such as 904 for 0x904
     */
    record Number(long value, Optional<String> advice) implements ParsedCode {

        /** Checks the limits. */
        public Number {
            if (value < 0 || value > CodeKind.LARGEST) {
                throw new IllegalArgumentException("A code has 32 bits: " + value + ".");
            }
            Objects.requireNonNull(advice);
        }

        /** A number without advice. */
        public static Number of(long value) {
            return new Number(value, Optional.empty());
        }
    }

    /**
     * No number.
     *
     * @param sentence why, and how to write it
     */
    record Refused(String sentence) implements ParsedCode {

        /** Checks. */
        public Refused {
            Objects.requireNonNull(sentence);
        }
    }
}
