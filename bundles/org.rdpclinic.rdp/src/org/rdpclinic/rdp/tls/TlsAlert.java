// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import org.bouncycastle.tls.AlertDescription;
import org.rdpclinic.rdp.wire.Bytes;

/**
 * A TLS alert (RFC 8446 section 6).
 *
 * @param level 1 warning, 2 fatal; a hostile peer may send any other
 * @param description the number of the alert, 0 to 255
 */
public record TlsAlert(int level, int description) {

    /** The level of an alert that ends the connection. */
    public static final int FATAL = 2;
    /** The level of an alert after which the connection may go on. */
    public static final int WARNING = 1;
    /** "I shall send no more": the polite end of a connection. */
    public static final TlsAlert CLOSE_NOTIFY = new TlsAlert(WARNING, 0);
    /** No suite, group or signature in common (40). */
    public static final TlsAlert HANDSHAKE_FAILURE = new TlsAlert(FATAL, 40);
    /** The client's versions are not supported (70). */
    public static final TlsAlert PROTOCOL_VERSION = new TlsAlert(FATAL, 70);
    /** A fault of the sender's own (80). */
    public static final TlsAlert INTERNAL_ERROR = new TlsAlert(FATAL, 80);

    /** {@return whether the sender gives the connection up} */
    public boolean isFatal() {
        return level == FATAL;
    }

    /** {@return the name in the specification, such as protocol_version; UNKNOWN for a number that has none} */
    public String name() {
        return AlertDescription.getName((short) description);
    }

    /**
     * The alert as a record in clear, as it is sent before encryption begins.
     *
     * @return seven bytes, with the record version of TLS 1.2
     */
    public Bytes encode() {
        return Bytes.of((byte) 21, (byte) 3, (byte) 3, (byte) 0, (byte) 2, (byte) level, (byte) description);
    }

    /** {@return name and number, such as "protocol_version (70)"} */
    @Override
    public String toString() {
        return name() + " (" + description + ")";
    }
}
