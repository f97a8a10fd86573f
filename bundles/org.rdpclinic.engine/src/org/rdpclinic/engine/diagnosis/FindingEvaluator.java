// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.filter.Facts;
import org.rdpclinic.api.filter.Filter;
import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.api.knowledge.Witness;

/** Asks each witness of each finding about the observations, one subject at a time. */
final class FindingEvaluator {

    private final Map<Subject, List<Observation>> observations = new LinkedHashMap<>();
    private final Map<Subject, Facts> facts = new LinkedHashMap<>();

    private FindingEvaluator(Observations all) {
        for (Subject subject : all.subjects()) {
            observations.put(subject, all.about(subject));
            facts.put(subject, Facts.of(observations.get(subject)));
        }
    }

    /** The state of every finding, in the order of the knowledge base. */
    static List<FindingState> evaluate(KnowledgeBase knowledge, Observations observations) {
        FindingEvaluator evaluator = new FindingEvaluator(observations);
        List<FindingState> states = knowledge.findings().stream().map(evaluator::state).toList();
        Set<String> settled = new LinkedHashSet<>();
        states.stream().filter(state -> state.truth() == Truth.TRUE)
                .forEach(state -> state.finding().oneOf().ifPresent(settled::add));
        return states.stream().map(state -> state.truth() == Truth.FALSE
                && state.finding().oneOf().filter(settled::contains).isPresent()
                        ? state.ignored() : state).toList();
    }

    private FindingState state(Finding finding) {
        Set<Observation> showing = new LinkedHashSet<>();
        Set<Observation> denying = new LinkedHashSet<>();
        boolean shown = false;
        boolean denied = false;
        for (Witness witness : finding.witnesses()) {
            Testimony testimony = ask(witness);
            if (testimony.truth == Truth.TRUE) {
                shown = true;
                showing.addAll(testimony.observations);
            } else if (testimony.truth == Truth.FALSE && witness.decisive()) {
                denied = true;
                denying.addAll(testimony.observations);
            }
        }
        if (shown) {
            return state(finding, Truth.TRUE, finding.whenTrue(), List.copyOf(showing));
        }
        return denied ? state(finding, Truth.FALSE, finding.whenFalse(), List.copyOf(denying))
                : state(finding, Truth.UNKNOWN, finding.whenTrue(), List.of());
    }

    private FindingState state(Finding finding, Truth truth, String text, List<Observation> deciding) {
        Facts about = deciding.isEmpty() ? Facts.of(List.of()) : facts.get(deciding.getFirst().subject());
        return new FindingState(finding, truth, truth != Truth.UNKNOWN, deciding, Sentence.fill(text, about));
    }

    private Testimony ask(Witness witness) {
        return switch (witness) {
            case Witness.Any any -> quantified(any.filter(), any.where(), true);
            case Witness.All every -> quantified(every.filter(), every.where(), false);
            case Witness.Differ differ -> differ(differ);
        };
    }

    private Testimony quantified(Filter filter, Optional<Filter> where, boolean any) {
        Set<String> keys = filter.keys();
        Truth truth = any ? Truth.FALSE : Truth.TRUE;
        boolean asked = false;
        List<Observation> passing = new ArrayList<>();
        List<Observation> failing = new ArrayList<>();
        for (Subject subject : facts.keySet()) {
            if (!concerns(subject, keys, where)) {
                continue;
            }
            asked = true;
            Truth here = filter.evaluate(facts.get(subject));
            truth = any ? truth.or(here) : truth.and(here);
            if (here != Truth.UNKNOWN) {
                (here == Truth.TRUE ? passing : failing).addAll(about(subject, keys));
            }
        }
        if (!asked || truth == Truth.UNKNOWN) {
            return Testimony.NONE;
        }
        return new Testimony(truth, truth == Truth.TRUE ? passing : failing);
    }

    private Testimony differ(Witness.Differ differ) {
        Set<String> keys = Set.of(differ.key().id());
        Set<Object> values = new LinkedHashSet<>();
        List<Observation> seen = new ArrayList<>();
        int subjects = 0;
        for (Subject subject : facts.keySet()) {
            if (concerns(subject, keys, differ.where())) {
                subjects++;
                values.add(facts.get(subject).find(differ.key().id()).orElseThrow());
                seen.addAll(about(subject, keys));
            }
        }
        return subjects < 2 ? Testimony.NONE : new Testimony(Truth.of(values.size() > 1), seen);
    }

    private boolean concerns(Subject subject, Set<String> keys, Optional<Filter> where) {
        Facts known = facts.get(subject);
        return keys.stream().anyMatch(key -> known.find(key).isPresent())
                && (where.isEmpty() || where.get().evaluate(known) == Truth.TRUE);
    }

    private List<Observation> about(Subject subject, Set<String> keys) {
        return observations.get(subject).stream().filter(o -> keys.contains(o.key().id())).toList();
    }

    private record Testimony(Truth truth, List<Observation> observations) {
        static final Testimony NONE = new Testimony(Truth.UNKNOWN, List.of());
    }
}
