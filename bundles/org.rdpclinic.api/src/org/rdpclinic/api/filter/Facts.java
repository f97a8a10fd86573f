// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.Observation;

/** The observations of one subject as a filter sees them: the latest value of each key. */
public final class Facts {

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    /** The facts in these observations, which are of one subject; a later value of a key replaces an earlier one. */
    public static Facts of(List<Observation> observations) {
        Map<String, Object> values = new HashMap<>();
        observations.forEach(observation -> values.put(observation.key().id(), observation.value()));
        return new Facts(values);
    }

    /** The value of a key, if it was observed. */
    public Optional<Object> find(String keyId) {
        return Optional.ofNullable(values.get(keyId));
    }
}
