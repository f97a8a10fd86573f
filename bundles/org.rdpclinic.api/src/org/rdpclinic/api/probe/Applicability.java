// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

import java.util.Objects;

/** Whether a probe makes sense in a case, and whether it can be done. */
public sealed interface Applicability {

    /** It can run. */
    record Ready() implements Applicability {
    }

    /** It makes no sense here: why, in one sentence. */
    record NotRelevant(String reason) implements Applicability {
        /** Checks the reason. */
        public NotRelevant {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It makes sense and cannot be done now: why, and what to do about it. */
    record Blocked(String reason, String advice) implements Applicability {
        /** Checks the texts. */
        public Blocked {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(advice, "advice");
        }
    }
}
