// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.rdpclinic.api.ObservationKey;

/**
 * A filter over the observations of one subject. A key that was not observed makes its comparison unknown. Filters come
 * from {@link FilterParser}, which checks keys and literals when a filter is read, so that evaluation cannot fail.
 */
public sealed interface Filter {

    /** How a comparison compares. */
    enum Operator {
        /** Equal. */
        EQUAL("="),
        /** At most. */
        AT_MOST("<="),
        /** At least. */
        AT_LEAST(">="),
        /** Observed at all: true or unknown, never false. */
        PRESENT("=*"),
        /** Text with {@code *} for anything. */
        LIKE("=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As written in a filter. */
        public String symbol() {
            return symbol;
        }
    }

    /** All parts are true. */
    record And(List<Filter> parts) implements Filter {
        /** Copies the parts. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "(&" + join(parts) + ")";
        }
    }

    /** At least one part is true. */
    record Or(List<Filter> parts) implements Filter {
        /** Copies the parts. */
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "(|" + join(parts) + ")";
        }
    }

    /** The part is false. */
    record Not(Filter part) implements Filter {
        /** Checks the part. */
        public Not {
            Objects.requireNonNull(part, "part");
        }

        @Override
        public String toString() {
            return "(!" + part + ")";
        }
    }

    /**
     * One key against one literal.
     *
     * @param key      the key
     * @param operator how to compare
     * @param literal  the literal as an element of the key's type; for {@link Operator#LIKE} the pattern; for
     *                 {@link Operator#PRESENT} an empty text
     * @param text     the literal as it was written
     */
    record Comparison(ObservationKey<?> key, Operator operator, Object literal, String text) implements Filter {
        /** Checks the parts. */
        public Comparison {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(literal, "literal");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "(" + key.id() + operator.symbol() + text + ")";
        }
    }

    private static String join(List<Filter> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(joined::append);
        return joined.toString();
    }

    /** Whether it is so for a subject with these observations. */
    default Truth evaluate(Facts facts) {
        return switch (this) {
            case And and -> {
                Truth truth = Truth.TRUE;
                for (Filter part : and.parts()) {
                    truth = truth.and(part.evaluate(facts));
                }
                yield truth;
            }
            case Or or -> {
                Truth truth = Truth.FALSE;
                for (Filter part : or.parts()) {
                    truth = truth.or(part.evaluate(facts));
                }
                yield truth;
            }
            case Not not -> not.part().evaluate(facts).not();
            case Comparison comparison -> Comparisons.evaluate(comparison, facts);
        };
    }

    /** The ids of all keys that it looks at, in their order. */
    default Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        collectKeys(this, keys);
        return keys;
    }

    private static void collectKeys(Filter filter, Set<String> into) {
        switch (filter) {
            case And and -> and.parts().forEach(part -> collectKeys(part, into));
            case Or or -> or.parts().forEach(part -> collectKeys(part, into));
            case Not not -> collectKeys(not.part(), into);
            case Comparison comparison -> into.add(comparison.key().id());
        }
    }
}
