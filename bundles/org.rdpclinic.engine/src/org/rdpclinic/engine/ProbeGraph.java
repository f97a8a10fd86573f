// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.rdpclinic.api.host.Facet;

/**
 * Which probe waits for which. A probe that needs a key waits for those that observe it, except for those that need the
 * same key themselves: they add to what others observed, and nobody waits for them on that key's account.
 */
final class ProbeGraph {

    private final Map<String, Set<String>> waits = new LinkedHashMap<>();

    private ProbeGraph() {
    }

    static ProbeGraph of(Collection<ProbeDeclaration> probes) {
        ProbeGraph graph = new ProbeGraph();
        for (ProbeDeclaration probe : probes) {
            Set<String> before = new LinkedHashSet<>();
            for (Need need : probe.needs()) {
                if (need instanceof Need.Key key) {
                    before.addAll(sources(key.key(), probes));
                }
            }
            graph.waits.put(probe.id(), before);
        }
        return graph;
    }

    /** The ids of the probes that a probe with this need waits for. */
    static Set<String> sources(String key, Collection<ProbeDeclaration> probes) {
        Set<String> sources = new LinkedHashSet<>();
        for (ProbeDeclaration probe : probes) {
            if (probe.observes().contains(key) && !probe.needs().contains(new Need.Key(key))) {
                sources.add(probe.id());
            }
        }
        return sources;
    }

    /** Has probes of the wire wait for those that read logs, since probing writes logs; as far as no circle arises. */
    void readLogsFirst(Collection<ProbeDeclaration> probes) {
        for (ProbeDeclaration wire : probes) {
            for (ProbeDeclaration log : probes) {
                if (wire.needsNetwork() && readsLogs(log) && !reaches(log.id(), wire.id())) {
                    waits.get(wire.id()).add(log.id());
                }
            }
        }
    }

    private static boolean readsLogs(ProbeDeclaration probe) {
        return !probe.needsNetwork() && probe.needs().stream()
                .anyMatch(need -> need instanceof Need.HostFacet facet && facet.facet() == Facet.Name.EVENT_LOG);
    }

    /** The probes that this one waits for. */
    Set<String> waitsFor(String probe) {
        return waits.getOrDefault(probe, Set.of());
    }

    /** Whether one waits for the other, directly or by way of others. */
    boolean reaches(String from, String to) {
        return reachable(from).contains(to);
    }

    /** All that this one waits for, directly or by way of others. */
    Set<String> reachable(String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(waitsFor(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(waitsFor(next));
            }
        }
        return seen;
    }
}
