// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.time.Duration;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** The RDP negotiation inside X.224 (MS-RDPBCGR 2.2.1.1, 2.2.1.2). Subject: the attempt. */
public final class NegotiationKeys {

    /** Protocol bits of the request. */
    public static final ObservationKey<Long> REQUESTED =
            ObservationKey.of("negotiation.requested", ValueType.LONG,
                    "Protocol bits of the request.");

    /** The answer: selected, failure, confirm-only, closed, reset, silent or not-rdp. */
    public static final ObservationKey<String> OUTCOME =
            ObservationKey.of("negotiation.outcome", ValueType.STRING,
                    "The answer: selected, failure, confirm-only, closed, reset, silent or not-rdp.");

    /** The protocol that the server chose. */
    public static final ObservationKey<Long> SELECTED =
            ObservationKey.of("negotiation.selected", ValueType.LONG,
                    "The protocol that the server chose.");

    /** Flags of the negotiation response. */
    public static final ObservationKey<Long> FLAGS =
            ObservationKey.of("negotiation.flags", ValueType.LONG,
                    "Flags of the negotiation response.");

    /** Code of RDP_NEG_FAILURE, 1 to 6. */
    public static final ObservationKey<Long> FAILURE_CODE =
            ObservationKey.of("negotiation.failure-code", ValueType.LONG,
                    "Code of RDP_NEG_FAILURE, 1 to 6.");

    /** What the client does with the answer: goes-on, falls-back or refuses. */
    public static final ObservationKey<String> CLIENT_VERDICT =
            ObservationKey.of("negotiation.client-verdict", ValueType.STRING,
                    "What the client does with the answer: goes-on, falls-back or refuses.");

    /** The first bytes of an answer that is not RDP, in hexadecimal. */
    public static final ObservationKey<String> FIRST_BYTES =
            ObservationKey.of("negotiation.first-bytes", ValueType.STRING,
                    "The first bytes of an answer that is not RDP, in hexadecimal.");

    /** Time from the request to the answer or its end. */
    public static final ObservationKey<Duration> TIME =
            ObservationKey.of("negotiation.time", ValueType.DURATION,
                    "Time from the request to the answer or its end.");

    private NegotiationKeys() {
    }
}
