// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;

/**
 * Hears how a run goes. Called one at a time per run, on a thread of the engine. It must be quick, since the run waits
 * for it; one that throws is ignored.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {
    };

    /** A probe begins to run. */
    default void probeStarted(String probe, String name) {
    }

    /** A probe says what it is doing, in a few words. */
    default void probeProgress(String probe, String what) {
    }

    /** Something was observed. */
    default void observed(Observation observation) {
    }

    /** A probe ended, or cannot run. */
    default void probeEnded(ProbeRun run) {
    }

    /** All probes ended, and this is what comes out. */
    default void concluded(Case concluded) {
    }
}
