// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.time.Duration;
import java.util.Objects;

/**
 * How one probe went in a case, in the engine's word.
 *
 * @param probe id of the probe
 * @param end   how it ended
 * @param time  how long it ran; zero when it did not
 */
public record ProbeRun(String probe, End end, Duration time) {

    /** Checks that no part is missing. */
    public ProbeRun {
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(time, "time");
    }

    /** How a run ended. */
    public sealed interface End {

        /** The stable name in data and JSON, for example {@code timed-out}. */
        String status();

        /** Why, in one sentence; empty when it completed. */
        default String reason() {
            return "";
        }

        /** What to do about it; empty where there is nothing. */
        default String advice() {
            return "";
        }
    }

    /** It observed what there was. */
    public record Completed() implements End {
        @Override
        public String status() {
            return "completed";
        }
    }

    /** It saw that there was nothing to do. */
    public record Skipped(String reason) implements End {
        @Override
        public String status() {
            return "skipped";
        }
    }

    /** It could not observe, or it broke; the reason names the bundle when it broke. */
    public record Failed(String reason) implements End {
        @Override
        public String status() {
            return "failed";
        }
    }

    /** It took too long; what it had observed stays. */
    public record TimedOut(String reason) implements End {
        @Override
        public String status() {
            return "timed-out";
        }
    }

    /** The user stopped it; what it had observed stays. */
    public record Cancelled() implements End {
        @Override
        public String status() {
            return "cancelled";
        }
    }

    /** It lacks something that it needs. */
    public record Blocked(String reason, String advice) implements End {
        @Override
        public String status() {
            return "blocked";
        }
    }

    /** It makes no sense in this case. */
    public record NotRelevant(String reason) implements End {
        @Override
        public String status() {
            return "not-relevant";
        }
    }
}
