// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.Optional;

/** The services of a host. */
public non-sealed interface Services extends Facet {

    /** State of a service (SERVICE_STATUS.dwCurrentState). */
    enum State {
        /** Runs. */
        RUNNING,
        /** Does not run. */
        STOPPED,
        /** Is starting, perhaps for ever. */
        START_PENDING,
        /** Is stopping, perhaps for ever. */
        STOP_PENDING
    }

    /** When a service starts (the value Start below its key). */
    enum StartType {
        /** By itself. */
        AUTOMATIC,
        /** When asked. */
        MANUAL,
        /** Never. */
        DISABLED
    }

    /** One service. */
    record Service(String name, State state, StartType startType, String account) {
    }

    /** A service by its short name, for example {@code TermService}; names are compared without regard to case. */
    Optional<Service> find(String name) throws HostException;
}
