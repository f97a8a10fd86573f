// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.rdpclinic.engine.diagnosis.NoisyOr.Evidence;
import org.rdpclinic.engine.diagnosis.NoisyOr.Posterior;

class NoisyOrTest {

    @Test
    void oneCauseFollowsBayes() {
        Posterior posterior = NoisyOr.solve(new double[] {0.01},
                List.of(new Evidence(true, 0.001, new double[] {0.9})));
        double with = 0.01 * (1 - (1 - 0.001) * (1 - 0.9));
        double without = 0.99 * 0.001;
        assertEquals(with / (with + without), posterior.marginals()[0], 1e-12);
        assertEquals(with + without, posterior.likelihood(), 1e-15);
    }

    @Test
    void oneCauseExplainsTheOtherAway() {
        Evidence both = new Evidence(true, 0.001, new double[] {0.9, 0.9});
        Evidence first = new Evidence(true, 0.001, new double[] {0.9, 0});
        double[] priors = {0.01, 0.01};
        double alone = NoisyOr.solve(priors, List.of(both)).marginals()[1];
        double beside = NoisyOr.solve(priors, List.of(both, first)).marginals()[1];
        assertEquals(0.5, alone, 0.1);
        assertEquals(0.02, beside, 0.02);
    }

    @Test
    void agreesWithTheSumOverAllSets() {
        Random random = new Random(20261121);
        for (int round = 0; round < 200; round++) {
            int causes = 1 + random.nextInt(8);
            double[] priors = random.doubles(causes, 0.001, 0.2).toArray();
            List<Evidence> evidence = new ArrayList<>();
            for (int f = random.nextInt(7); f > 0; f--) {
                double[] chances = new double[causes];
                for (int i = 0; i < causes; i++) {
                    chances[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.99;
                }
                evidence.add(new Evidence(random.nextBoolean(), 0.0005 + random.nextDouble() * 0.3, chances));
            }
            Posterior expected = bySets(priors, evidence);
            Posterior found = NoisyOr.solve(priors, evidence);
            assertEquals(expected.likelihood(), found.likelihood(), expected.likelihood() * 1e-9);
            for (int i = 0; i < causes; i++) {
                assertEquals(expected.marginals()[i], found.marginals()[i], 1e-9);
            }
        }
    }

    private static Posterior bySets(double[] priors, List<Evidence> evidence) {
        double total = 0;
        double[] sums = new double[priors.length];
        for (int set = 0; set < 1 << priors.length; set++) {
            double weight = 1;
            for (int i = 0; i < priors.length; i++) {
                weight *= (set >> i & 1) == 1 ? priors[i] : 1 - priors[i];
            }
            for (Evidence known : evidence) {
                double off = 1 - known.leak();
                for (int i = 0; i < priors.length; i++) {
                    off *= (set >> i & 1) == 1 ? 1 - known.chances()[i] : 1;
                }
                weight *= known.truth() ? 1 - off : off;
            }
            total += weight;
            for (int i = 0; i < priors.length; i++) {
                sums[i] += (set >> i & 1) == 1 ? weight : 0;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return new Posterior(total, sums);
    }
}
