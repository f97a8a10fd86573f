// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.filter.Truth;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.diagnosis.NoisyOr.Evidence;
import org.rdpclinic.engine.diagnosis.NoisyOr.Posterior;

/** The knowledge base and the findings of one case, put to the noisy-OR network in the ways that a diagnosis asks. */
final class Inference {

    /** Id of the finding that the user saw these codes; the knowledge base holds its chances with the causes. */
    static final String CODE_SEEN = "code-seen";

    /** How often a code is seen with none of the causes present: nothing is wrong any more. */
    private static final double CODE_LEAK = 0.02;
    /** Base rates set aside: one for all. */
    private static final double EQUAL_RATE = 0.004;

    private final List<Cause> causes;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final double[] rates;
    private final List<FindingState> known;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Optional<Evidence> code;
    private final Posterior posterior;
    private final Posterior level;

    Inference(KnowledgeBase knowledge, List<FindingState> states, Symptom symptom) {
        causes = List.copyOf(knowledge.causes());
        rates = new double[causes.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = causes.get(i).baseRate();
            indexes.put(causes.get(i).id(), i);
        }
        known = states.stream().filter(FindingState::counts).toList();
        known.forEach(state -> evidence.add(evidence(state.finding(), state.truth() == Truth.TRUE)));
        code = symptom.code().isEmpty() && symptom.extended().isEmpty() ? Optional.empty()
                : Optional.of(new Evidence(true, CODE_LEAK,
                        causes.stream().mapToDouble(cause -> cause.codes().chanceOf(symptom)).toArray()));
        posterior = NoisyOr.solve(rates, everything());
        level = NoisyOr.solve(equalRates(), evidence);
    }

    List<Cause> causes() {
        return causes;
    }

    int index(Cause cause) {
        return indexes.get(cause.id());
    }

    /** Probability of a cause by all evidence. */
    double probability(Cause cause) {
        return posterior.marginals()[index(cause)];
    }

    /** Probability of a cause with base rates and code set aside. */
    double levelProbability(Cause cause) {
        return level.marginals()[index(cause)];
    }

    /** With base rates and code set aside: probability that the rival is at work, and the cause is not. */
    double levelProbabilityInstead(Cause rival, Cause cause) {
        double[] without = equalRates();
        without[index(cause)] = 0;
        Posterior other = NoisyOr.solve(without, evidence);
        return (1 - EQUAL_RATE) * other.likelihood() * other.marginals()[index(rival)] / level.likelihood();
    }

    /** Probability that at least one of these causes is at work. */
    double probabilityOfAny(List<Cause> some) {
        double[] without = rates.clone();
        double absent = 1;
        for (Cause cause : some) {
            absent *= 1 - rates[index(cause)];
            without[index(cause)] = 0;
        }
        return 1 - absent * NoisyOr.solve(without, everything()).likelihood() / posterior.likelihood();
    }

    /** By what factor the odds of a cause are larger with a finding than without it. */
    double weight(Cause cause, FindingState state) {
        List<Evidence> rest = everything();
        rest.remove(known.indexOf(state));
        return weight(cause, rest);
    }

    /** By what factor the odds of a cause are larger with the code than without it; empty when no code was seen. */
    Optional<Double> weightOfCode(Cause cause) {
        return code.map(seen -> weight(cause, evidence));
    }

    private double weight(Cause cause, List<Evidence> rest) {
        return posterior.odds(index(cause)) / NoisyOr.solve(rates, rest).odds(index(cause));
    }

    /** The expected gain of information about the causes, in bits, when an unknown finding is settled. */
    double gain(Finding finding) {
        List<Evidence> all = everything();
        all.add(evidence(finding, false));
        Posterior denied = NoisyOr.solve(rates, all);
        double chanceDenied = Math.min(1, denied.likelihood() / posterior.likelihood());
        double chanceShown = 1 - chanceDenied;
        double gain = 0;
        for (int i = 0; i < rates.length; i++) {
            double now = posterior.marginals()[i];
            double shown = chanceShown < 1e-12 ? now
                    : (now - chanceDenied * denied.marginals()[i]) / chanceShown;
            gain += entropy(now) - chanceDenied * entropy(denied.marginals()[i]) - chanceShown * entropy(shown);
        }
        return Math.max(0, gain);
    }

    private static double entropy(double chance) {
        if (chance <= 0 || chance >= 1) {
            return 0;
        }
        return -(chance * Math.log(chance) + (1 - chance) * Math.log(1 - chance)) / Math.log(2);
    }

    private List<Evidence> everything() {
        List<Evidence> all = new ArrayList<>(evidence);
        code.ifPresent(all::add);
        return all;
    }

    private double[] equalRates() {
        double[] equal = new double[rates.length];
        Arrays.fill(equal, EQUAL_RATE);
        return equal;
    }

    private Evidence evidence(Finding finding, boolean truth) {
        return new Evidence(truth, finding.leak(),
                causes.stream().mapToDouble(cause -> cause.chanceOf(finding.id())).toArray());
    }

    /** The observations of the codes that the user saw. */
    static List<Observation> codeObservations(List<Observation> all) {
        return all.stream().filter(o -> o.key().id().equals("symptom.code") || o.key().id().equals("symptom.extended"))
                .toList();
    }
}
