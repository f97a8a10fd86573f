// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.settings;

import java.time.Duration;
import java.util.Objects;

import org.rdpclinic.api.Durations;

/**
 * One setting.
 *
 * @param name         dotted lower-case name, for example {@code connect.timeout}
 * @param type         {@link Long}, {@link Boolean}, {@link String} or {@link Duration}
 * @param defaultValue the value where none is set
 * @param least        the smallest value, or the default where there is no order
 * @param most         the largest value, or the default where there is no order
 * @param description  what it governs, in one sentence
 * @param <V>          the Java type
 */
public record Setting<V>(String name, Class<V> type, V defaultValue, V least, V most, String description) {

    /** Checks that no part is missing. */
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(description, "description");
    }

    /** A length of time within limits. */
    public static Setting<Duration> duration(String name, Duration defaultValue, Duration least, Duration most,
            String description) {
        return new Setting<>(name, Duration.class, defaultValue, least, most, description);
    }

    /** A whole number within limits. */
    public static Setting<Long> number(String name, long defaultValue, long least, long most, String description) {
        return new Setting<>(name, Long.class, defaultValue, least, most, description);
    }

    /**
     * Reads a value and checks its limits.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public V parse(String text) {
        Object value;
        try {
            value = switch (type.getSimpleName()) {
                case "Duration" -> Durations.parse(text);
                case "Long" -> Long.decode(text.strip());
                case "Boolean" -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException("Write true or false.");
                    }
                    yield Boolean.valueOf(text);
                }
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no value of " + name + ", which is a number.", e);
        }
        return checked(type.cast(value));
    }

    @SuppressWarnings("unchecked")
    private V checked(V value) {
        boolean ordered = value instanceof Long || value instanceof Duration;
        if (ordered && (((Comparable<V>) value).compareTo(least) < 0 || ((Comparable<V>) value).compareTo(most) > 0)) {
            throw new IllegalArgumentException(name + " runs from " + show(least) + " to " + show(most) + ", not "
                    + show(value) + ".");
        }
        return value;
    }

    private static String show(Object value) {
        return value instanceof Duration duration ? Durations.format(duration) : value.toString();
    }
}
