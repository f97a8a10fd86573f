// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.Locale;
import java.util.Objects;

/**
 * Codes that a client would rather show for a cause.
 *
 * @param kind {@code disconnect} for the first number of the dialog, {@code extended} for the second
 * @param from the first code, 0 to 4294967295
 * @param to   the last code, not below the first
 */
public record CodeRange(String kind, long from, long to) {

    /** Checks the order. */
    public CodeRange {
        Objects.requireNonNull(kind);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A range of codes runs from " + from + " to " + to + ".");
        }
    }

    /** Whether the code lies within. */
    public boolean contains(long code) {
        return from <= code && code <= to;
    }

    /** For people: {@code 0x204}, or {@code 0x3000001 to 0x3000050}, or {@code extended 256 to 267}. */
    public String display() {
        boolean disconnect = kind.equals("disconnect");
        String first = disconnect ? hex(from) : "extended " + from;
        String last = disconnect ? hex(to) : Long.toString(to);
        return from == to ? first : first + " to " + last;
    }

    private static String hex(long code) {
        return "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
    }
}
