// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import org.rdpclinic.api.probe.TcpOutcome;

/** The values by which the outcome of a connect is observed. */
final class TcpOutcomes {

    private TcpOutcomes() {
    }

    /** The value of {@code tcp.outcome} and {@code path.control-outcome}. */
    static String id(TcpOutcome outcome) {
        return switch (outcome) {
            case TcpOutcome.Accepted accepted -> "accepted";
            case TcpOutcome.Refused refused -> "refused";
            case TcpOutcome.Silent silent -> "silent";
            case TcpOutcome.Unreachable unreachable -> "unreachable";
        };
    }
}
