// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What can be observed: a key with the type and meaning of its values. Shared keys are constants in
 * {@code org.rdpclinic.api.keys}; a third party declares its own in its extension, under a name space of its own.
 *
 * @param id          dotted lower-case name, for example {@code certificate.not-after}
 * @param type        type of the values
 * @param unit        unit of a number, such as {@code bits}; empty where there is none
 * @param description what is observed, in one sentence
 * @param <V>         the Java type of the values
 */
public record ObservationKey<V>(String id, ValueType<V> type, String unit, String description) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    /** Checks the id. */
    public ObservationKey {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no key: keys are lower-case words joined by dots, such as certificate.not-after.");
        }
    }

    /** A key without a unit. */
    public static <V> ObservationKey<V> of(String id, ValueType<V> type, String description) {
        return new ObservationKey<>(id, type, "", description);
    }

    @Override
    public String toString() {
        return id;
    }
}
