// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the probes that can be used from those that cannot. What is wrong with one costs that one. */
final class ProbeChecks {

    private final KeyCatalog keys;
    private final List<ContributionIssue> issues;

    ProbeChecks(KeyCatalog keys, List<ContributionIssue> issues) {
        this.keys = keys;
        this.issues = issues;
    }

    /** The probes that pass, in their order; of two that cannot be together the earlier passes. */
    List<ProbeDeclaration> check(List<ProbeDeclaration> probes) {
        Map<String, ProbeDeclaration> sound = new LinkedHashMap<>();
        for (ProbeDeclaration probe : probes) {
            Optional<String> wrong = wrongByItself(probe, sound.get(probe.id()));
            if (wrong.isPresent()) {
                refuse(probe, wrong.get());
            } else {
                sound.put(probe.id(), probe);
            }
        }
        List<ProbeDeclaration> passed = new ArrayList<>(sound.values());
        refuseOrphans(passed);
        List<ProbeDeclaration> straight = withoutCircles(passed);
        refuseOrphans(straight);
        return straight;
    }

    private Optional<String> wrongByItself(ProbeDeclaration probe, ProbeDeclaration first) {
        if (first != null) {
            return Optional.of("has an id that is taken by " + first.bundle() + ".");
        }
        if (OwnObservations.IDS.contains(probe.id())) {
            return Optional.of("has an id that the engine uses itself.");
        }
        if (probe.observes().isEmpty()) {
            return Optional.of("observes no key.");
        }
        for (String key : probe.observes()) {
            if (OwnObservations.SYMPTOM_KEYS.contains(key)) {
                return Optional.of("observes the key " + key + ", which is the user's own word.");
            }
            if (keys.find(key).isEmpty()) {
                return Optional.of("observes the key " + key + ", which is declared nowhere.");
            }
        }
        return Optional.empty();
    }

    private void refuseOrphans(List<ProbeDeclaration> probes) {
        boolean again = true;
        while (again) {
            again = false;
            for (ProbeDeclaration probe : List.copyOf(probes)) {
                Optional<String> orphan = probe.needs().stream()
                        .filter(need -> need instanceof Need.Key key && isObservedByNobody(key.key(), probes))
                        .map(need -> ((Need.Key) need).key()).findFirst();
                if (orphan.isPresent()) {
                    probes.remove(probe);
                    refuse(probe, "needs the key " + orphan.get() + ", which nobody observes.");
                    again = true;
                }
            }
        }
    }

    private static boolean isObservedByNobody(String key, List<ProbeDeclaration> probes) {
        return !OwnObservations.KEYS.contains(key) && ProbeGraph.sources(key, probes).isEmpty();
    }

    private List<ProbeDeclaration> withoutCircles(List<ProbeDeclaration> probes) {
        List<ProbeDeclaration> straight = new ArrayList<>();
        for (ProbeDeclaration probe : probes) {
            straight.add(probe);
            ProbeGraph graph = ProbeGraph.of(straight);
            if (graph.reaches(probe.id(), probe.id())) {
                straight.removeLast();
                refuse(probe, "waits for itself by way of " + others(graph, probe)
                        + ": a probe that adds to a key which others observe declares that it needs that key.");
            }
        }
        return straight;
    }

    private static String others(ProbeGraph graph, ProbeDeclaration probe) {
        Set<String> before = graph.reachable(probe.id());
        return String.join(" and ", before.stream()
                .filter(id -> !id.equals(probe.id()) && graph.reaches(id, probe.id())).sorted().toList());
    }

    private void refuse(ProbeDeclaration probe, String why) {
        issues.add(new ContributionIssue(probe.bundle(),
                "The probe " + probe.id() + " of " + probe.bundle() + " " + why));
    }
}
