// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.knowledge.codes.CausePointer;
import org.rdpclinic.knowledge.internal.StrictObject;

/** Reads references to causes and sources; without a set of ids it trusts what the build has checked. */
record Reader(Optional<Set<String>> causes, Optional<Set<String>> sourceIds) {

    static Reader trusting() {
        return new Reader(Optional.empty(), Optional.empty());
    }

    List<CausePointer> pointsTo(StrictObject o) {
        return o.findObjects("pointsTo", p -> {
            String cause = p.text("cause");
            p.known("cause", List.of(cause), causes);
            return new CausePointer(cause, p.findText("when"));
        });
    }

    List<String> sources(StrictObject o) {
        return o.known("source", o.texts("sources"), sourceIds);
    }
}
