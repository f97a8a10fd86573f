// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that was observed, and where it comes from.
 *
 * @param key     what was observed
 * @param value   the value, of the key's type
 * @param subject what it is about
 * @param source  where it was seen, for a person: {@code wire}, a file, a log and record; never blank
 * @param at      when it was so; for a record in a log the record's own time
 * @param probe   id of the probe that observed it; {@code symptom} for what the user reported
 */
public record Observation(ObservationKey<?> key, Object value, Subject subject, String source, Instant at,
        String probe) {

    /** Source of what was seen on the network. */
    public static final String WIRE = "wire";

    /** Checks the value against the key's type. */
    public Observation {
        Objects.requireNonNull(key, "key");
        value = key.type().require(value);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(probe, "probe");
    }

    /** The value when this observation is one of the given key. */
    public <V> Optional<V> as(ObservationKey<V> wanted) {
        return key.id().equals(wanted.id()) ? Optional.of(wanted.type().require(value)) : Optional.empty();
    }

    /** The same, observed by the given probe: the engine signs what a probe hands in. */
    public Observation by(String probeId) {
        return new Observation(key, value, subject, source, at, probeId);
    }
}
