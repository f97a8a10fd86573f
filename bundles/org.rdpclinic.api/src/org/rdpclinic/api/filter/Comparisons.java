// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.filter.Filter.Comparison;
import org.rdpclinic.api.filter.Filter.Operator;

/** Compares values by the type of their key. A list matches when one of its elements does, as in OSGi. */
final class Comparisons {

    private Comparisons() {
    }

    static Truth evaluate(Comparison comparison, Facts facts) {
        Optional<Object> value = facts.find(comparison.key().id());
        if (value.isEmpty()) {
            return Truth.UNKNOWN;
        }
        if (comparison.operator() == Operator.PRESENT) {
            return Truth.TRUE;
        }
        if (value.get() instanceof List<?> elements) {
            return Truth.of(elements.stream().anyMatch(element -> matches(comparison, element)));
        }
        return Truth.of(matches(comparison, value.get()));
    }

    private static boolean matches(Comparison comparison, Object element) {
        return switch (comparison.operator()) {
            case EQUAL -> compare(element, comparison.literal()) == 0;
            case AT_MOST -> compare(element, comparison.literal()) <= 0;
            case AT_LEAST -> compare(element, comparison.literal()) >= 0;
            case LIKE -> like(element.toString(), (String) comparison.literal());
            case PRESENT -> true;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object element, Object literal) {
        return ((Comparable<Object>) element).compareTo(literal);
    }

    /** Whether the text fits the pattern, in which a star stands for anything; linear in both, whatever the pattern. */
    private static boolean like(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
