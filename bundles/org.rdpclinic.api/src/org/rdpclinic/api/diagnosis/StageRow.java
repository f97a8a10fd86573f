// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.rdpclinic.api.Stage;

/**
 * How far the clinic came at one stage, at one address.
 *
 * @param stage   the stage
 * @param address address and port; empty before there is one
 * @param outcome how it went
 * @param time    how long it took, where it was measured
 * @param detail  what was seen, in a few words
 */
public record StageRow(Stage stage, String address, Outcome outcome, Optional<Duration> time, String detail) {

    /** How a stage went. */
    public enum Outcome {
        /** Passed each time. */
        PASSED("passed"),
        /** Passed some times and failed others. */
        SOMETIMES("sometimes"),
        /** Failed each time. */
        FAILED("failed"),
        /** An earlier stage failed. */
        NOT_REACHED("not-reached"),
        /** The clinic did not try: it takes a password, or something that no probe does yet. */
        NOT_TRIED("not-tried");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        /** The stable name in data and JSON. */
        public String id() {
            return id;
        }
    }

    /** Checks that no part is missing. */
    public StageRow {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(detail, "detail");
    }
}
