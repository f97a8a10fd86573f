// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.util.List;

/** Runs every benchmark and prints its figures; {@code --short} measures fewer rounds. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(new StartBenchmark(), new DiagnosisBenchmark());
    private static final int ROUNDS = 31;
    private static final int SHORT_ROUNDS = 7;

    private Benchmarks() {
    }

    /**
     * Runs them all.
     *
     * @param arguments {@code --short} or nothing
     * @throws Exception if one cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = List.of(arguments).contains("--short") ? SHORT_ROUNDS : ROUNDS;
        for (Benchmark benchmark : ALL) {
            benchmark.measure(rounds).forEach(System.out::println);
        }
    }
}
