// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A family of numbers within a list, known by the low byte, the high word or a range. That such families exist is a
 * reading of the lists; no vendor states the rule.
 *
 * @param id       short id, such as {@code socket}
 * @param title    a noun phrase, such as "socket and network layer"
 * @param meaning  one or two sentences
 * @param lowByte  the low byte of its members, for codes that have more than one byte
 * @param highWord the upper 16 bits of its members
 * @param from     the first member of a range
 * @param to       the last member of a range
 */
public record Family(String id, String title, String meaning, OptionalLong lowByte, OptionalLong highWord,
        OptionalLong from, OptionalLong to) {

    /** Id of the family of all numbers that nothing places. */
    public static final String UNPLACED = "unplaced";

    /** Checks. */
    public Family {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(lowByte);
        Objects.requireNonNull(highWord);
        if (from.isPresent() != to.isPresent()) {
            throw new IllegalArgumentException("A range has both ends.");
        }
    }

    /** Whether the code belongs to it. */
    public boolean contains(long code) {
        if (lowByte.isPresent()) {
            return code > 0xFF && code <= 0xFFFF && (code & 0xFF) == lowByte.getAsLong();
        }
        if (highWord.isPresent()) {
            return code >>> 16 == highWord.getAsLong();
        }
        return from.isPresent() && from.getAsLong() <= code && code <= to.getAsLong();
    }
}
