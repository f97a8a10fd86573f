// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.RankedCause.Standing;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;
import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;

/** Makes a diagnosis of what was observed. Pure: the same observations give the same diagnosis. */
public final class Diagnostician {

    private static final double SHOWN = 0.01;
    private static final double SUSPECT = 0.3;
    /** A finding that moves the odds by less than this factor is not worth a line. */
    private static final double TELLING = 1.1;
    /** A cause shows a finding often enough that its absence would be missed. */
    private static final double EXPECTED = 0.5;

    private final Symptom symptom;
    private final Observations observations;
    private final List<OpenProbe> open;
    private final List<FindingState> states;
    private final Inference inference;
    private final Standings standings;

    private Diagnostician(KnowledgeBase knowledge, Symptom symptom, Observations observations, List<OpenProbe> open) {
        this.symptom = symptom;
        this.open = open;
        this.observations = observations;
        this.states = FindingEvaluator.evaluate(knowledge, observations);
        this.inference = new Inference(knowledge, states, symptom);
        this.standings = new Standings(inference, states);
    }

    /**
     * Makes a diagnosis.
     *
     * @param knowledge    findings and causes
     * @param symptom      what the user saw
     * @param observations what was observed, the symptom's observations among them
     * @param stages       how far the clinic came
     * @param open         probes that could still tell something
     * @param complete     whether every probe that could run came to its end
     */
    public static Diagnosis diagnose(KnowledgeBase knowledge, Symptom symptom, Observations observations,
            List<StageRow> stages, List<OpenProbe> open, boolean complete) {
        return new Diagnostician(knowledge, symptom, observations, open).diagnosis(stages, complete);
    }

    private Diagnosis diagnosis(List<StageRow> stages, boolean complete) {
        NextSteps steps = new NextSteps(inference, states, open);
        Set<Cause> grouped = new HashSet<>();
        List<UndecidedGroup> groups = new ArrayList<>();
        for (Standings.Group group : standings.groups()) {
            grouped.addAll(group.causes());
            groups.add(new UndecidedGroup(group.causes().stream().map(Cause::id).toList(),
                    shown(group.probability()), steps.deciders(group.causes())));
        }
        List<RankedCause> causes = inference.causes().stream()
                .filter(cause -> standings.countsAsCause(cause)
                        && (inference.probability(cause) >= SHOWN || grouped.contains(cause)))
                .sorted(Comparator.comparing((Cause cause) -> !standings.named().contains(cause))
                        .thenComparing(Comparator.comparingDouble(inference::probability).reversed()))
                .map(cause -> ranked(cause, grouped.contains(cause))).toList();
        return new Diagnosis(verdict(causes, groups, stages, complete), causes, groups, unexplained(),
                advisories(), steps.probes(), stages);
    }

    private Verdict verdict(List<RankedCause> causes, List<UndecidedGroup> groups, List<StageRow> stages,
            boolean complete) {
        if (!groups.isEmpty() || causes.stream().anyMatch(cause -> cause.standing() == Standing.NAMED)) {
            return Verdict.PROBLEM;
        }
        boolean suspect = causes.stream().anyMatch(cause -> cause.probability() >= SUSPECT);
        boolean well = complete && !suspect && !symptom.isGiven() && reachedAll(stages);
        return well ? Verdict.HEALTHY : Verdict.INCONCLUSIVE;
    }

    /** Whether name, TCP, negotiation and, where it was agreed, TLS all passed, and nothing failed for a while. */
    private static boolean reachedAll(List<StageRow> stages) {
        boolean negotiated = stages.stream().anyMatch(
                row -> row.stage() == Stage.NEGOTIATE && row.outcome() == StageRow.Outcome.PASSED);
        boolean broke = stages.stream().anyMatch(row -> row.stage().compareTo(Stage.NEGOTIATE) >= 0
                && (row.outcome() == StageRow.Outcome.FAILED || row.outcome() == StageRow.Outcome.SOMETIMES));
        return negotiated && !broke;
    }

    private RankedCause ranked(Cause cause, boolean grouped) {
        List<WeighedFinding> supporting = new ArrayList<>();
        List<WeighedFinding> opposing = new ArrayList<>();
        List<WeighedFinding> missing = new ArrayList<>();
        for (FindingState state : states) {
            double chance = cause.chanceOf(state.finding().id());
            if (state.truth() == Truth.UNKNOWN) {
                if (chance >= EXPECTED && canBeSettled(state.finding())) {
                    missing.add(new WeighedFinding(state.finding().id(), "whether " + state.says(), 1, List.of()));
                }
            } else if (chance > 0 && state.counts()) {
                WeighedFinding weighed = new WeighedFinding(state.finding().id(), state.says(),
                        inference.weight(cause, state), state.observations());
                boolean whatAGroupExplains = grouped && state.finding().kind() == Finding.Kind.FAILURE;
                if (state.truth() == Truth.TRUE && (weighed.weight() >= TELLING || whatAGroupExplains)) {
                    supporting.add(weighed);
                } else if (state.truth() == Truth.FALSE && weighed.weight() <= 1 / TELLING) {
                    opposing.add(weighed);
                }
            }
        }
        inference.weightOfCode(cause).filter(weight -> weight >= TELLING || weight <= 1 / TELLING)
                .ifPresent(weight -> (weight > 1 ? supporting : opposing).add(new WeighedFinding(Inference.CODE_SEEN,
                        codeSeen(), weight, Inference.codeObservations(observations.all()))));
        supporting.sort(Comparator.comparingDouble(WeighedFinding::weight).reversed());
        opposing.sort(Comparator.comparingDouble(WeighedFinding::weight));
        Standing standing = standings.named().contains(cause) ? Standing.NAMED
                : grouped ? Standing.UNDECIDED : Standing.POSSIBLE;
        return new RankedCause(cause.id(), cause.title(), shown(inference.probability(cause)), standing, supporting,
                opposing, missing, cause.remedies());
    }

    /** Whether a probe that has not run could still tell. */
    private boolean canBeSettled(Finding finding) {
        return open.stream().anyMatch(probe -> !Collections.disjoint(probe.keys(), finding.keys()));
    }

    private String codeSeen() {
        StringBuilder says = new StringBuilder("the user saw");
        symptom.code().ifPresent(code -> says.append(" code ").append(hex(code)));
        symptom.extended().ifPresent(code -> says.append(symptom.code().isPresent() ? " with" : "")
                .append(" extended code ").append(hex(code)));
        return says.toString();
    }

    private static String hex(long code) {
        return "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
    }

    /** What none of the causes that can be named explains: something else, or nothing that we know shows what fails. */
    private double unexplained() {
        List<Cause> explaining = inference.causes().stream().filter(cause -> standings.countsAsCause(cause)
                && standings.failures().stream().anyMatch(f -> cause.chanceOf(f.id()) > 0)).toList();
        if (standings.failures().isEmpty()) {
            return 0;
        }
        return shown(1 - inference.probabilityOfAny(explaining));
    }

    private List<Advisory> advisories() {
        return states.stream()
                .filter(state -> state.truth() == Truth.TRUE && state.finding().kind() == Finding.Kind.WEAKNESS)
                .map(state -> new Advisory(state.finding().id(), state.says(), state.finding().advice(),
                        state.observations()))
                .toList();
    }

    private static double shown(double probability) {
        return Math.min(0.99, Math.max(SHOWN, probability));
    }
}
