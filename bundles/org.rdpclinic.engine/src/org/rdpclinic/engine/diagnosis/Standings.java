// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;

/**
 * Which causes are named, and which form undecided groups. A cause is named when it is likely, and, base rates and code
 * set aside, three times as likely as each cause that could stand in its place: that shows the same failing finding.
 */
final class Standings {

    /** A group, and how likely it is that one of it is at work. */
    record Group(List<Cause> causes, double probability) {
    }

    private static final double NAMED = 0.6;
    private static final double RATIO = 3;
    private static final double GROUPED = 0.8;
    private static final int LARGEST_GROUP = 6;

    private final Inference inference;
    private final List<Finding> failures;
    private final boolean closeSeen;
    private final Set<Cause> named = new LinkedHashSet<>();
    private final List<Group> groups = new ArrayList<>();

    Standings(Inference inference, List<FindingState> states) {
        this.inference = inference;
        this.failures = states.stream()
                .filter(state -> state.truth() == Truth.TRUE && state.finding().kind() == Finding.Kind.FAILURE)
                .map(FindingState::finding).toList();
        this.closeSeen = failures.stream().anyMatch(Finding::close);
        for (Cause cause : inference.causes()) {
            if (isNamed(cause)) {
                named.add(cause);
            }
        }
        failures.forEach(this::group);
    }

    Set<Cause> named() {
        return named;
    }

    List<Group> groups() {
        return groups;
    }

    /** The failing findings that are true. */
    List<Finding> failures() {
        return failures;
    }

    /** The remainder is a cause by name only where a close was seen; else it is what stays unexplained. */
    boolean countsAsCause(Cause cause) {
        return !cause.remainder() || closeSeen;
    }

    private boolean isNamed(Cause cause) {
        if (!countsAsCause(cause) || inference.probability(cause) < NAMED) {
            return false;
        }
        double own = inference.levelProbability(cause);
        return inference.causes().stream()
                .filter(rival -> rival != cause && countsAsCause(rival) && standsInPlace(rival, cause))
                .allMatch(rival -> own >= RATIO * inference.levelProbabilityInstead(rival, cause));
    }

    private boolean standsInPlace(Cause rival, Cause cause) {
        return failures.stream().anyMatch(f -> rival.chanceOf(f.id()) > 0 && cause.chanceOf(f.id()) > 0);
    }

    private void group(Finding failure) {
        if (named.stream().anyMatch(cause -> cause.chanceOf(failure.id()) > 0)) {
            return;
        }
        List<Cause> candidates = inference.causes().stream()
                .filter(cause -> countsAsCause(cause) && cause.chanceOf(failure.id()) > 0)
                .sorted(Comparator.comparingDouble(inference::levelProbability).reversed()).toList();
        if (candidates.isEmpty()) {
            return;
        }
        double least = inference.levelProbability(candidates.get(0)) / RATIO;
        List<Cause> alike = candidates.stream().filter(c -> inference.levelProbability(c) >= least)
                .sorted(Comparator.comparingDouble(inference::probability).reversed()).toList();
        if (alike.size() < 2 || alike.size() > LARGEST_GROUP
                || groups.stream().anyMatch(group -> Set.copyOf(group.causes()).equals(Set.copyOf(alike)))) {
            return;
        }
        double probability = inference.probabilityOfAny(alike);
        if (probability >= GROUPED) {
            groups.add(new Group(alike, probability));
        }
    }
}
