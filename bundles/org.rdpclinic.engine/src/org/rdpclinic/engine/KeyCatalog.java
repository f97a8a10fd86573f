// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.ObservationKey;

/** All keys that are declared, by id. Immutable. */
public final class KeyCatalog {

    private final Map<String, ObservationKey<?>> keys;

    private KeyCatalog(Map<String, ObservationKey<?>> keys) {
        this.keys = Collections.unmodifiableMap(keys);
    }

    /**
     * The given keys, in their order.
     *
     * @throws IllegalArgumentException with a sentence when an id is there twice
     */
    public static KeyCatalog of(Collection<? extends ObservationKey<?>> keys) {
        Map<String, ObservationKey<?>> map = new LinkedHashMap<>();
        for (ObservationKey<?> key : keys) {
            if (map.put(key.id(), key) != null) {
                throw new IllegalArgumentException("The key " + key.id() + " is declared twice.");
            }
        }
        return new KeyCatalog(map);
    }

    /** The key with this id, if it is declared. */
    public Optional<ObservationKey<?>> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** All keys, in the order in which they were declared. */
    public Collection<ObservationKey<?>> all() {
        return keys.values();
    }
}
