// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known so far in a case: an immutable list of observations with the look-ups that probes and views need. */
public final class Observations {

    /** Nothing is known. */
    public static final Observations EMPTY = new Observations(List.of());

    private final List<Observation> all;
    private final Map<Subject, List<Observation>> bySubject;

    private Observations(List<Observation> all) {
        this.all = List.copyOf(all);
        Map<Subject, List<Observation>> map = new LinkedHashMap<>();
        for (Observation observation : this.all) {
            map.computeIfAbsent(observation.subject(), s -> new ArrayList<>()).add(observation);
        }
        this.bySubject = map;
    }

    /** The given observations, in their order. */
    public static Observations of(List<Observation> observations) {
        return new Observations(observations);
    }

    /** All, in the order in which they were made. */
    public List<Observation> all() {
        return all;
    }

    /** All values of a key with their subjects, in the order in which they were observed. */
    public <V> Stream<Observation> of(ObservationKey<V> key) {
        return all.stream().filter(observation -> observation.key().id().equals(key.id()));
    }

    /** The latest value of a key for a subject. */
    public <V> Optional<V> find(ObservationKey<V> key, Subject subject) {
        List<Observation> list = bySubject.getOrDefault(subject, List.of());
        for (int i = list.size() - 1; i >= 0; i--) {
            Optional<V> value = list.get(i).as(key);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The latest value of a key, whatever its subject. */
    public <V> Optional<V> findAny(ObservationKey<V> key) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Optional<V> value = all.get(i).as(key);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** All subjects with at least one observation, in the order in which they were first met. */
    public List<Subject> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    /** The observations of one subject, in their order. */
    public List<Observation> about(Subject subject) {
        return List.copyOf(bySubject.getOrDefault(subject, List.of()));
    }
}
