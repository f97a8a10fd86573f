// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.util.Arrays;
import java.util.List;

/**
 * Exact inference in a two-level noisy-OR network (QMR: Shwe et al. 1991; Pearl 1988). Causes are present
 * independently; a present cause turns a finding on with the chance with which it shows it, and a leak may turn it on
 * as well.
 *
 * <p>The sum over all sets of causes is taken cause by cause, over the subset of the true findings that is turned on so
 * far: every term is positive, so that nothing cancels, and no bound on the number of causes at once is needed. A true
 * finding that at most one cause shows, and every false finding, is a factor of a single cause. With n causes and m
 * true findings that several causes show, the cost is n · m · 2<sup>m</sup>.
 */
final class NoisyOr {

    /**
     * A finding that is known.
     *
     * @param truth   whether it is so
     * @param leak    how often it is so with no cause present
     * @param chances how often each cause shows it, in the order of the causes
     */
    record Evidence(boolean truth, double leak, double[] chances) {
    }

    /**
     * What the evidence leaves.
     *
     * @param likelihood probability of the evidence
     * @param marginals  probability of each cause, given the evidence
     */
    record Posterior(double likelihood, double[] marginals) {

        double odds(int cause) {
            return marginals[cause] / Math.max(1 - marginals[cause], 1e-300);
        }
    }

    /** More true findings that several causes show would take seconds and gigabytes; what goes beyond is left out. */
    private static final int MOST_SHARED = 20;

    private final double[] present;
    private final double[] absent;
    private final double[][] shared;
    private final double[] leaks;
    private double constant = 1;

    private NoisyOr(double[] priors, List<Evidence> evidence) {
        int causes = priors.length;
        present = priors.clone();
        absent = new double[causes];
        for (int i = 0; i < causes; i++) {
            absent[i] = 1 - priors[i];
        }
        double[][] sharedChances = new double[evidence.size()][];
        double[] sharedLeaks = new double[evidence.size()];
        int count = 0;
        for (Evidence known : evidence) {
            if (!known.truth()) {
                constant *= 1 - known.leak();
                for (int i = 0; i < causes; i++) {
                    present[i] *= 1 - known.chances()[i];
                }
            } else if (showing(known, priors) <= 1) {
                alone(known, priors);
            } else if (count < MOST_SHARED) {
                sharedChances[count] = known.chances();
                sharedLeaks[count++] = known.leak();
            }
        }
        shared = Arrays.copyOf(sharedChances, count);
        leaks = Arrays.copyOf(sharedLeaks, count);
    }

    /** The probability of each cause, given what is known. */
    static Posterior solve(double[] priors, List<Evidence> evidence) {
        return new NoisyOr(priors, evidence).solve();
    }

    private static int showing(Evidence known, double[] priors) {
        int showing = 0;
        for (int i = 0; i < priors.length; i++) {
            if (known.chances()[i] > 0 && priors[i] > 0) {
                showing++;
            }
        }
        return showing;
    }

    /** A true finding that one cause shows, or none: a factor for that cause being there, another for its absence. */
    private void alone(Evidence known, double[] priors) {
        for (int i = 0; i < present.length; i++) {
            if (known.chances()[i] > 0 && priors[i] > 0) {
                present[i] *= 1 - (1 - known.leak()) * (1 - known.chances()[i]);
                absent[i] *= known.leak();
                return;
            }
        }
        constant *= known.leak();
    }

    private Posterior solve() {
        int causes = present.length;
        int full = (1 << shared.length) - 1;
        double[][] after = new double[causes + 1][];
        after[causes] = new double[full + 1];
        after[causes][full] = 1;
        double[][] onward = new double[causes][];
        for (int i = causes - 1; i >= 0; i--) {
            onward[i] = back(after[i + 1], i);
            after[i] = mix(after[i + 1], onward[i], i);
        }
        double[] state = leaked(full);
        double total = dot(state, after[0]);
        double[] marginals = new double[causes];
        for (int i = 0; i < causes; i++) {
            marginals[i] = total > 0 ? present[i] * dot(state, onward[i]) / total : 0;
            state = mix(state, forward(state, i), i);
        }
        return new Posterior(total * constant, marginals);
    }

    private double[] mix(double[] without, double[] with, int cause) {
        double[] mixed = new double[without.length];
        for (int s = 0; s < mixed.length; s++) {
            mixed[s] = absent[cause] * without[s] + present[cause] * with[s];
        }
        return mixed;
    }

    private double[] leaked(int full) {
        double[] state = new double[full + 1];
        for (int s = 0; s <= full; s++) {
            double weight = 1;
            for (int f = 0; f < leaks.length; f++) {
                weight *= (s >> f & 1) == 1 ? leaks[f] : 1 - leaks[f];
            }
            state[s] = weight;
        }
        return state;
    }

    /** Where the states go when this cause is present. */
    private double[] forward(double[] state, int cause) {
        double[] moved = state.clone();
        for (int f = 0; f < shared.length; f++) {
            double chance = shared[f][cause];
            int bit = 1 << f;
            for (int s = 0; chance > 0 && s < moved.length; s++) {
                if ((s & bit) == 0) {
                    moved[s | bit] += chance * moved[s];
                    moved[s] *= 1 - chance;
                }
            }
        }
        return moved;
    }

    /** What a state is worth when this cause is present, by what the states after it are worth. */
    private double[] back(double[] worth, int cause) {
        double[] moved = worth.clone();
        for (int f = 0; f < shared.length; f++) {
            double chance = shared[f][cause];
            int bit = 1 << f;
            for (int s = 0; chance > 0 && s < moved.length; s++) {
                if ((s & bit) == 0) {
                    moved[s] = (1 - chance) * moved[s] + chance * moved[s | bit];
                }
            }
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
