// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * The name nearest to what was typed, if one is near at all: the shortest that begins with it, else one in which at
     * most a third of the letters differ.
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        String lower = typed.toLowerCase(Locale.ROOT);
        Optional<String> begun = names.stream().filter(name -> lower.length() > 2 && name.startsWith(lower))
                .min(Comparator.comparingInt(String::length));
        return begun.or(() -> names.stream().min(Comparator.comparingInt(name -> distance(lower, name)))
                .filter(name -> distance(lower, name) <= Math.max(1, lower.length() / 3)));
    }

    /** A half-sentence with a blank before it: {@code  Did you mean 'x'?}, or nothing. */
    public static String hint(String typed, Collection<String> names) {
        return to(typed, names).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** Letters to add, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
