// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

import java.net.Socket;
import java.time.Duration;

/** How a TCP connect ended. */
public sealed interface TcpOutcome {

    /** The connection stands: the socket, and the time from SYN to SYN+ACK. */
    record Accepted(Socket socket, Duration connectTime) implements TcpOutcome {
    }

    /** A reset came back: nothing listens there, or a firewall says so. */
    record Refused(Duration time) implements TcpOutcome {
    }

    /** Nothing came back within the given time. */
    record Silent(Duration time) implements TcpOutcome {
    }

    /** There is no way to the address, or the clinic keeps from using it: why, in one sentence. */
    record Unreachable(String reason) implements TcpOutcome {
    }
}
