// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.diagnosis.NextProbe;
import org.rdpclinic.api.diagnosis.UndecidedGroup.Decider;
import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;

/** What to look into next: for a group what would split it, for the whole case what would tell most for its cost. */
final class NextSteps {

    /** A finding splits causes when they show it this much more or less often. */
    private static final double SPLITS = 0.3;
    /** Less than this is not worth a user's time, in bits. */
    private static final double WORTHWHILE = 0.02;
    private static final int MOST = 5;

    private final Inference inference;
    private final List<Finding> unknown;
    private final List<OpenProbe> open;

    NextSteps(Inference inference, List<FindingState> states, List<OpenProbe> open) {
        this.inference = inference;
        this.unknown = states.stream().filter(state -> state.truth() == Truth.UNKNOWN)
                .map(FindingState::finding).toList();
        this.open = open;
    }

    /** What would split these causes, the sharpest first. */
    List<Decider> deciders(List<Cause> causes) {
        Map<OpenProbe, Set<String>> keysByProbe = new LinkedHashMap<>();
        unknown.stream().filter(finding -> spread(finding, causes) >= SPLITS)
                .sorted(Comparator.comparingDouble((Finding finding) -> spread(finding, causes)).reversed())
                .forEach(finding -> open.stream().filter(probe -> settles(probe, finding)).findFirst().ifPresent(
                        probe -> keysByProbe.computeIfAbsent(probe, p -> new LinkedHashSet<>())
                                .addAll(common(probe, finding))));
        List<Decider> deciders = new ArrayList<>();
        keysByProbe.forEach((probe, keys) -> deciders.add(new Decider(
                probe.needs().isEmpty() ? "network" : probe.needs(), List.copyOf(keys), probe.probe())));
        return deciders;
    }

    /** The probes that would tell most for their cost, the best first. */
    List<NextProbe> probes() {
        Map<Finding, Double> gains = new LinkedHashMap<>();
        List<NextProbe> next = new ArrayList<>();
        Map<String, Double> merit = new LinkedHashMap<>();
        for (OpenProbe probe : open) {
            Optional<Finding> best = unknown.stream().filter(finding -> settles(probe, finding)).max(
                    Comparator.comparingDouble(finding -> gains.computeIfAbsent(finding, inference::gain)));
            if (best.isPresent() && gains.computeIfAbsent(best.get(), inference::gain) >= WORTHWHILE) {
                next.add(new NextProbe(probe.probe(), best.get().id(), gains.get(best.get()), probe.needs()));
                merit.put(probe.probe(), gains.get(best.get()) / probe.cost());
            }
        }
        return next.stream().sorted(Comparator.comparingDouble((NextProbe n) -> merit.get(n.probe())).reversed())
                .limit(MOST).toList();
    }

    private static double spread(Finding finding, List<Cause> causes) {
        double least = causes.stream().mapToDouble(cause -> cause.chanceOf(finding.id())).min().orElse(0);
        double most = causes.stream().mapToDouble(cause -> cause.chanceOf(finding.id())).max().orElse(0);
        return most - least;
    }

    private static boolean settles(OpenProbe probe, Finding finding) {
        return !common(probe, finding).isEmpty();
    }

    private static List<String> common(OpenProbe probe, Finding finding) {
        return finding.keys().stream().filter(probe.keys()::contains).toList();
    }
}
