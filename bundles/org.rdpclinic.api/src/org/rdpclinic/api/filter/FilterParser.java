// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.filter.Filter.Comparison;
import org.rdpclinic.api.filter.Filter.Operator;

/**
 * Reads filters such as {@code (&(attempt.purpose=client)(tls.outcome=reset))}. Keys must be known, and literals must
 * be of the key's type: both are errors of the filter, told when it is read. In a literal a backslash takes the next
 * character as it is; in a text that has a bare {@code *} every star stands for anything.
 */
public final class FilterParser {

    /** Deep enough for people, shallow enough for the stack. */
    private static final int DEEPEST = 64;

    private final Function<String, Optional<ObservationKey<?>>> keys;

    /** A parser that knows these keys. */
    public FilterParser(Function<String, Optional<ObservationKey<?>>> keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * Reads a filter.
     *
     * @throws FilterSyntaxException with a sentence and the place
     */
    public Filter parse(String text) {
        Reader reader = new Reader(text);
        Filter filter = reader.filter(0);
        reader.end();
        return filter;
    }

    private final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        void end() {
            blanks();
            if (at < text.length()) {
                throw error("has something behind its last bracket");
            }
        }

        Filter filter(int depth) {
            if (depth > DEEPEST) {
                throw error("is nested more than " + DEEPEST + " deep");
            }
            expect('(');
            blanks();
            Filter filter = switch (peek()) {
                case '&' -> new Filter.And(parts(depth));
                case '|' -> new Filter.Or(parts(depth));
                case '!' -> {
                    at++;
                    yield new Filter.Not(filter(depth + 1));
                }
                default -> comparison();
            };
            expect(')');
            return filter;
        }

        private List<Filter> parts(int depth) {
            at++;
            List<Filter> parts = new ArrayList<>();
            blanks();
            while (peek() == '(') {
                parts.add(filter(depth + 1));
                blanks();
            }
            if (parts.isEmpty()) {
                throw error("joins nothing");
            }
            return parts;
        }

        private Comparison comparison() {
            int start = at;
            while (at < text.length() && "=<>()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String id = text.substring(start, at).strip();
            ObservationKey<?> key = keys.apply(id)
                    .orElseThrow(() -> error("names '" + id + "', which is no known key"));
            Operator operator = operator();
            Literal literal = literal();
            if (operator == Operator.EQUAL && literal.raw.equals("*")) {
                return new Comparison(key, Operator.PRESENT, "", "");
            }
            if (literal.star) {
                if (operator != Operator.EQUAL || key.type() != ValueType.STRING && key.type() != ValueType.STRINGS) {
                    throw error("has a pattern for " + id + ", whose values are no text");
                }
                return new Comparison(key, Operator.LIKE, literal.plain, literal.raw);
            }
            if (key.type() == ValueType.BOOLEAN && operator != Operator.EQUAL) {
                throw error("orders " + id + ", whose values are true and false");
            }
            try {
                return new Comparison(key, operator, key.type().parseElement(literal.plain), literal.raw);
            } catch (IllegalArgumentException e) {
                throw error("compares " + id + " with what it cannot be: " + e.getMessage());
            }
        }

        private Operator operator() {
            char first = peek();
            if (first == '=') {
                at++;
                return Operator.EQUAL;
            }
            if ((first == '<' || first == '>') && at + 1 < text.length() && text.charAt(at + 1) == '=') {
                at += 2;
                return first == '<' ? Operator.AT_MOST : Operator.AT_LEAST;
            }
            throw error("has no '=', '<=' or '>=' behind a key");
        }

        private Literal literal() {
            StringBuilder plain = new StringBuilder();
            int start = at;
            boolean star = false;
            while (at < text.length() && text.charAt(at) != ')') {
                char c = text.charAt(at++);
                if (c == '(') {
                    throw error("has a bracket in a literal");
                }
                if (c == '\\') {
                    if (at == text.length()) {
                        throw error("ends in a backslash");
                    }
                    c = text.charAt(at++);
                } else if (c == '*') {
                    star = true;
                }
                plain.append(c);
            }
            return new Literal(plain.toString(), text.substring(start, at), star);
        }

        private void expect(char wanted) {
            blanks();
            if (peek() != wanted) {
                throw error("lacks '" + wanted + "'");
            }
            at++;
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private FilterSyntaxException error(String what) {
            return new FilterSyntaxException("The filter " + text + " " + what + ", at character " + (at + 1) + ".");
        }
    }

    private record Literal(String plain, String raw, boolean star) {
    }
}
