// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Objects;

import org.rdpclinic.api.diagnosis.Case;

/** A diagnosis that is under way. Safe for use by several threads. */
public final class Run {

    private final CaseRun work;

    Run(CaseRun work) {
        this.work = Objects.requireNonNull(work, "work");
    }

    /** Stops the probes that have not ended; what was observed stays, and a case still comes out. */
    public void cancel() {
        work.cancel();
    }

    /**
     * Waits for the end.
     *
     * @return the case, after the listener was told of it
     * @throws InterruptedException  when the waiting thread is interrupted; the run goes on
     * @throws IllegalStateException when the engine itself is broken
     */
    public Case await() throws InterruptedException {
        return work.await();
    }

    /** Whether {@link #await()} would answer at once. */
    public boolean isDone() {
        return work.isDone();
    }
}
