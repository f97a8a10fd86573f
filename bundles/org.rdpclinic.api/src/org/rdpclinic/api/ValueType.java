// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

/**
 * The type of an observed value. The set is closed: a boolean, a whole number, a real number, text, a point in time, a
 * length of time, or a list of one of these.
 *
 * @param <V> the Java type of the values
 */
public final class ValueType<V> {

    /** True or false. */
    public static final ValueType<Boolean> BOOLEAN = new ValueType<>("boolean", Boolean.class, false);
    /** A whole number. */
    public static final ValueType<Long> LONG = new ValueType<>("long", Long.class, false);
    /** A real number. */
    public static final ValueType<Double> DOUBLE = new ValueType<>("double", Double.class, false);
    /** Text. */
    public static final ValueType<String> STRING = new ValueType<>("string", String.class, false);
    /** A point in time, in UTC. */
    public static final ValueType<Instant> INSTANT = new ValueType<>("instant", Instant.class, false);
    /** A length of time. */
    public static final ValueType<Duration> DURATION = new ValueType<>("duration", Duration.class, false);
    /** Several texts. */
    public static final ValueType<List<String>> STRINGS = new ValueType<>("list<string>", String.class, true);
    /** Several whole numbers. */
    public static final ValueType<List<Long>> LONGS = new ValueType<>("list<long>", Long.class, true);

    private static final List<ValueType<?>> ALL =
            List.of(BOOLEAN, LONG, DOUBLE, STRING, INSTANT, DURATION, STRINGS, LONGS);

    private final String id;
    private final Class<?> element;
    private final boolean list;

    private ValueType(String id, Class<?> element, boolean list) {
        this.id = id;
        this.element = element;
        this.list = list;
    }

    /** The name in data and JSON, for example {@code list<string>}. */
    public String id() {
        return id;
    }

    /** Whether values are lists. */
    public boolean isList() {
        return list;
    }

    /** The type with this {@link #id()}. */
    public static ValueType<?> require(String id) {
        return ALL.stream().filter(type -> type.id.equals(id)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("'" + id + "' is no value type; there are "
                        + String.join(", ", ALL.stream().map(ValueType::id).toList()) + "."));
    }

    /** The value itself when it is of this type; a list is copied. */
    @SuppressWarnings("unchecked")
    public V require(Object value) {
        Objects.requireNonNull(value, "value");
        if (list) {
            if (value instanceof List<?> values && values.stream().allMatch(element::isInstance)) {
                return (V) List.copyOf(values);
            }
        } else if (element.isInstance(value)) {
            return (V) value;
        }
        throw new IllegalArgumentException("A " + value.getClass().getSimpleName() + " is no " + id + ".");
    }

    /**
     * Reads one element as it stands in data, JSON and filters: numbers in decimal or as {@code 0x…}, times in ISO
     * 8601, lengths of time as {@code 65s}, {@code 500ms}, {@code 2m} or ISO 8601.
     *
     * @throws IllegalArgumentException when the text is none of this type, with a sentence
     */
    public Object parseElement(String text) {
        try {
            if (element == Boolean.class) {
                return switch (text) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> throw new IllegalArgumentException("neither true nor false");
                };
            }
            if (element == Long.class) {
                return Long.decode(text);
            }
            if (element == Double.class) {
                return Double.valueOf(text);
            }
            if (element == Instant.class) {
                return Instant.parse(text);
            }
            if (element == Duration.class) {
                return Durations.parse(text);
            }
            return text;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no " + id + ".", e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
