// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The probes of one run, and which waits for which.
 *
 * @param probes the probes to run, in the order of their declaration
 * @param known  all probes that there are, for sentences about those that were left out
 * @param graph  who waits for whom among the probes to run
 */
record RunPlan(List<ProbeDeclaration> probes, List<ProbeDeclaration> known, ProbeGraph graph) {

    /** Leaves out probes; those whose keys are needed come along with {@code only}. */
    static RunPlan of(List<ProbeDeclaration> known, Set<String> only, Set<String> skip) {
        List<String> ids = known.stream().map(ProbeDeclaration::id).toList();
        Set<String> unknown = new TreeSet<>(only);
        unknown.addAll(skip);
        ids.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no probe " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", ids) + ".");
        }
        Set<String> wanted = new HashSet<>(only.isEmpty() ? ids : only);
        ProbeGraph all = ProbeGraph.of(known);
        only.forEach(id -> wanted.addAll(all.reachable(id)));
        wanted.removeAll(skip);
        List<ProbeDeclaration> probes = new ArrayList<>();
        for (ProbeDeclaration probe : known) {
            if (wanted.contains(probe.id())) {
                probes.add(probe);
            }
        }
        ProbeGraph graph = ProbeGraph.of(probes);
        graph.readLogsFirst(probes);
        return new RunPlan(List.copyOf(probes), List.copyOf(known), graph);
    }
}
