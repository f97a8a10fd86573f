// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.Optional;

/** One side of a host that can be read. The set is closed, so that needs can be declared by name. */
public sealed interface Facet permits Registry, Services, Certificates, EventLog, Sessions, Files, Firewall {

    /** The names under which facets are declared as needs. */
    enum Name {
        /** {@link Registry}. */
        REGISTRY("registry", Registry.class),
        /** {@link Services}. */
        SERVICES("services", Services.class),
        /** {@link Certificates}. */
        CERTIFICATES("certificates", Certificates.class),
        /** {@link EventLog}. */
        EVENT_LOG("event-log", EventLog.class),
        /** {@link Sessions}. */
        SESSIONS("sessions", Sessions.class),
        /** {@link Files}. */
        FILES("files", Files.class),
        /** {@link Firewall}. */
        FIREWALL("firewall", Firewall.class);

        private final String id;
        private final Class<? extends Facet> type;

        Name(String id, Class<? extends Facet> type) {
            this.id = id;
            this.type = type;
        }

        /** The name in data, for example {@code event-log}. */
        public String id() {
            return id;
        }

        /** The facet's type. */
        public Class<? extends Facet> type() {
            return type;
        }

        /** The facet with this {@link #id()}. */
        public static Optional<Name> find(String id) {
            for (Name name : values()) {
                if (name.id.equals(id)) {
                    return Optional.of(name);
                }
            }
            return Optional.empty();
        }
    }
}
