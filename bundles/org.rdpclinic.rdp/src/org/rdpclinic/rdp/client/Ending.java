// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.util.Optional;

import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.x224.NegotiationAnswer.DisconnectUltimatum;

/** In which way a connection ended before it gave what was due. */
public sealed interface Ending {

    /** The server closed in order (FIN), with the message cut short or not begun. */
    record Closed() implements Ending {
    }

    /** The server broke off (RST). */
    record Reset() implements Ending {
    }

    /** Nothing more came until the deadline; the connection stayed open. */
    record Silent() implements Ending {
    }

    /**
     * The server gave up by a TLS alert.
     *
     * @param alert the last alert that it sent
     */
    record Alerted(TlsAlert alert) implements Ending {
    }

    /**
     * Bytes came in clear where TLS was due: text, or RDP's own messages.
     *
     * @param firstBytes the first of them, at most 64
     */
    record ClearText(Bytes firstBytes) implements Ending {

        /** {@return the ultimatum by which xrdp answers a ClientHello when it cannot serve its certificate} */
        public Optional<DisconnectUltimatum> findUltimatum() {
            return DisconnectUltimatum.find(firstBytes);
        }
    }

    /**
     * Bytes that break the format that they claim to have, are neither TLS nor text, or are more than any server sends.
     *
     * @param reason what is wrong, as a phrase
     * @param firstBytes the first bytes of the step, at most 64
     */
    record Malformed(String reason, Bytes firstBytes) implements Ending {
    }

    /**
     * The server's messages are sound, but our side cannot go on with them: a version or suite that was not offered, a
     * signature that does not fit the certificate.
     *
     * @param alert the alert by which our side gave up
     */
    record Declined(TlsAlert alert) implements Ending {
    }

    /** Our own side closed the socket while the step ran. */
    record Abandoned() implements Ending {
    }
}
