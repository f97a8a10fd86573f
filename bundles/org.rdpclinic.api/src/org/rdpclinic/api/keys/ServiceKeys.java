// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Services on the server. Subject: the server host. */
public final class ServiceKeys {

    /** State of TermService: running, stopped, start-pending or stop-pending. */
    public static final ObservationKey<String> TERM_SERVICE =
            ObservationKey.of("service.term-service", ValueType.STRING,
                    "State of TermService: running, stopped, start-pending or stop-pending.");

    /** Start type of TermService: automatic, manual or disabled. */
    public static final ObservationKey<String> TERM_SERVICE_START =
            ObservationKey.of("service.term-service-start", ValueType.STRING,
                    "Start type of TermService: automatic, manual or disabled.");

    private ServiceKeys() {
    }
}
