// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.time.Duration;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Connecting by TCP. Subject: the address. */
public final class TcpKeys {

    /** How a connect ends: accepted, refused, silent or unreachable. */
    public static final ObservationKey<String> OUTCOME =
            ObservationKey.of("tcp.outcome", ValueType.STRING,
                    "How a connect ends: accepted, refused, silent or unreachable.");

    /** Time from SYN to SYN+ACK, as the caller sees it. */
    public static final ObservationKey<Duration> CONNECT_TIME =
            ObservationKey.of("tcp.connect-time", ValueType.DURATION,
                    "Time from SYN to SYN+ACK, as the caller sees it.");

    private TcpKeys() {
    }
}
