// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import org.rdpclinic.rdp.x224.NegotiationAnswer;

/** What came of a connection request. */
public sealed interface NegotiationOutcome {

    /** {@return what went over the wire} */
    Traffic traffic();

    /**
     * The server answered.
     *
     * @param answer the answer, which may be a failure or no RDP at all
     * @param traffic what went over the wire
     */
    record Answered(NegotiationAnswer answer, Traffic traffic) implements NegotiationOutcome {
    }

    /**
     * The connection ended before a whole answer; the stage is {@link Stage#NEGOTIATION}.
     *
     * @param ending in which way
     * @param traffic what went over the wire
     */
    record Ended(Ending ending, Traffic traffic) implements NegotiationOutcome {
    }
}
