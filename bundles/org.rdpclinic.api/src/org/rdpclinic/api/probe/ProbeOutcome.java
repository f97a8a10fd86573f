// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

import java.util.Objects;

/** How a probe went, in the probe's own word. */
public sealed interface ProbeOutcome {

    /** It observed what there was. */
    record Completed() implements ProbeOutcome {
    }

    /** It saw that there was nothing for it to do: why, in one sentence. */
    record Skipped(String reason) implements ProbeOutcome {
        /** Checks the reason. */
        public Skipped {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It could not observe: why, in one sentence. */
    record Failed(String reason) implements ProbeOutcome {
        /** Checks the reason. */
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It observed what there was. */
    static ProbeOutcome completed() {
        return new Completed();
    }

    /** It saw that there was nothing for it to do. */
    static ProbeOutcome skipped(String reason) {
        return new Skipped(reason);
    }

    /** It could not observe. */
    static ProbeOutcome failed(String reason) {
        return new Failed(reason);
    }
}
