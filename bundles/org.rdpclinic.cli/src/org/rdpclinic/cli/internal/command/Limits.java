// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Duration;
import java.util.Optional;
import org.rdpclinic.api.Durations;
import org.rdpclinic.cli.internal.terminal.Refusal;

/**
 * How long and how often to diagnose.
 *
 * @param rounds  1, or how often to repeat at most until it fails
 * @param timeout the time for all of it, if it is limited
 */
record Limits(int rounds, Optional<Duration> timeout) {

    private static final int USUAL_ROUNDS = 100;
    private static final int MOST_ROUNDS = 1_000_000;

    /** Checks what the user gave. */
    static Limits of(boolean untilFails, Optional<Integer> times, Optional<String> timeout) {
        if (!untilFails && times.isPresent()) {
            throw Refusal.usage("--times goes with --until-fails only.");
        }
        if (times.isPresent() && (times.get() < 1 || times.get() > MOST_ROUNDS)) {
            throw Refusal.usage("--times runs from 1 to " + MOST_ROUNDS + ", not " + times.get() + ".");
        }
        // With a time alone, the time is the limit.
        int usual = timeout.isPresent() ? MOST_ROUNDS : USUAL_ROUNDS;
        return new Limits(untilFails ? times.orElse(usual) : 1, timeout.map(Limits::length));
    }

    private static Duration length(String typed) {
        Duration length;
        try {
            length = Durations.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--timeout: " + e.getMessage());
        }
        if (length.isZero() || length.isNegative() || length.compareTo(Duration.ofDays(365)) > 0) {
            throw Refusal.usage("--timeout is more than nothing and at most a year, not " + typed + ".");
        }
        return length;
    }

    /** Whether to repeat until it fails. */
    boolean repeats() {
        return rounds > 1;
    }
}
