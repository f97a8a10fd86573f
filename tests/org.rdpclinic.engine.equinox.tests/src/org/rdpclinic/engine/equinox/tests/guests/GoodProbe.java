// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests.guests;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Observes one value. */
public final class GoodProbe implements Probe {

    /** The property in which it notes that its class was loaded. */
    public static final String LOADED = "rdpclinic.test.good-probe-loaded";

    private static final ObservationKey<Long> VALUE = ObservationKey.of("equinox.value", ValueType.LONG, "A value.");

    static {
        System.setProperty(LOADED, "true");
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) {
        request.observe(VALUE, 1L, Subject.CLIENT);
        return ProbeOutcome.completed();
    }
}
