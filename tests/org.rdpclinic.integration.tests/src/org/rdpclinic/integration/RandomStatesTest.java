// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.lab.LabOptions;
import org.rdpclinic.lab.LabRun;

/**
 * States that nobody chose, with none to several faults: no wrong cause is ever named, the one that is met first is
 * named or grouped, and nothing is said to speak against those that it masks.
 */
class RandomStatesTest {

    private static final int STATES = 500;
    private static final long SEED = Long.getLong("rdpclinic.seed", 20261121L);

    @Test
    void nameNoWrongCauseAndFindTheRightOne() throws Exception {
        System.out.println(STATES + " random states from seed " + SEED + " (-Drdpclinic.seed=N for others)");
        Random random = new Random(SEED);
        List<RandomState> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            states.add(RandomState.draw(random));
        }
        List<String> wrong = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Clinic clinic = new Clinic()) {
            List<Future<String>> results = new ArrayList<>();
            states.forEach(state -> results.add(pool.submit(() -> complaint(clinic, state))));
            for (Future<String> result : results) {
                if (!result.get().isEmpty()) {
                    wrong.add(result.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        Map<String, Long> met = states.stream().collect(Collectors.groupingBy(
                state -> String.join(" + ", state.trueCauses()), TreeMap::new, Collectors.counting()));
        System.out.println(met);
        assertTrue(met.size() > 20, "the draw is varied");
        assertEquals(0, wrong.size(), () -> wrong.size() + " of " + STATES + ": " + wrong.get(0));
    }

    private static String complaint(Clinic clinic, RandomState state) throws Exception {
        try (LabRun lab = LabRun.start(state.scenario(), LabOptions.defaults())) {
            Case result = clinic.diagnose(lab, Symptom.NONE);
            Set<String> expected = state.trueCauses();
            Set<String> named = new HashSet<>(Clinic.named(result));
            Set<String> found = new HashSet<>(Clinic.grouped(result));
            found.addAll(named);
            boolean right = expected.isEmpty() ? result.diagnosis().verdict() == Verdict.HEALTHY
                    : found.containsAll(expected);
            boolean fair = result.diagnosis().causes().stream().noneMatch(
                    cause -> state.maskedCauses().contains(cause.cause()) && !cause.opposing().isEmpty());
            return right && fair && expected.containsAll(named) ? ""
                    : state + "\nexpected " + expected + "\n" + Clinic.describe(result);
        }
    }
}
