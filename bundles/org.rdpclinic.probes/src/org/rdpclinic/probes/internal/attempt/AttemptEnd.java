// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.Locale;

/** How an attempt ended. */
enum AttemptEnd {

    /** It came as far as it was meant to. */
    NONE,
    /** No TCP connection: refused, or no way. */
    CONNECT,
    /** No TCP connection: silence. */
    CONNECT_SILENT,
    /** In the negotiation. */
    NEGOTIATE,
    /** In the negotiation: silence. */
    NEGOTIATE_SILENT,
    /** In the TLS handshake. */
    TLS,
    /** In the TLS handshake: silence. */
    TLS_SILENT,
    /** The probe was stopped meanwhile: it says nothing. */
    STOPPED;

    /** The value of {@code attempt.ended-at}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace("_silent", "");
    }

    /** Whether it waited in vain, which takes the whole time that a step is given. */
    boolean silent() {
        return name().endsWith("_SILENT");
    }

    /** Whether there was no TCP connection. */
    boolean unconnected() {
        return this == CONNECT || this == CONNECT_SILENT;
    }
}
