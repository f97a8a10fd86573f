// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayList;
import java.util.List;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Observations;

/** What was observed in a run so far, in the order in which it came. Safe for use by several threads. */
final class ObservationLog {

    private final List<Observation> list = new ArrayList<>();

    synchronized void add(Observation observation) {
        list.add(observation);
    }

    synchronized Observations snapshot() {
        return Observations.of(list);
    }

    synchronized boolean has(String key) {
        return list.stream().anyMatch(observation -> observation.key().id().equals(key));
    }
}
