// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests.guests;

import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Breaks as soon as it is made. */
public final class ThrowingProbe implements Probe {

    /** Throws. */
    public ThrowingProbe() {
        throw new IllegalStateException("born broken");
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) {
        return ProbeOutcome.completed();
    }
}
