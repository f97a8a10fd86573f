// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;

/** The sessions of a host. */
public non-sealed interface Sessions extends Facet {

    /** What a session is doing. */
    enum State {
        /** Somebody is connected. */
        ACTIVE,
        /** It stands, and nobody is connected. */
        DISCONNECTED
    }

    /** One session: its number, who is in it, and where they come from (empty when unknown). */
    record Session(long id, String user, State state, String clientAddress) {
    }

    /** The Remote Desktop sessions. */
    List<Session> list() throws HostException;
}
