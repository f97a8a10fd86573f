// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import org.rdpclinic.rdp.tls.ServerHello;

/** What came of a ClientHello that was sent alone, without the will to finish the handshake. */
public sealed interface HelloOutcome {

    /** {@return what went over the wire} */
    Traffic traffic();

    /**
     * The server accepted something of what was offered.
     *
     * @param hello what it chose
     * @param traffic what went over the wire
     */
    record Accepted(ServerHello hello, Traffic traffic) implements HelloOutcome {
    }

    /**
     * The connection ended without a ServerHello.
     *
     * @param stage {@link Stage#BEFORE_CLIENT_HELLO} or {@link Stage#CLIENT_HELLO}
     * @param ending in which way
     * @param traffic what went over the wire
     */
    record Ended(Stage stage, Ending ending, Traffic traffic) implements HelloOutcome {
    }
}
