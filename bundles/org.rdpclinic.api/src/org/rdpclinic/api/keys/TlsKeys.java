// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.time.Duration;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** The TLS handshake inside the connection. Subject: the attempt. */
public final class TlsKeys {

    /** What the hello offered: client, one version such as TLS 1.0, or no-common-suite. */
    public static final ObservationKey<String> OFFERED =
            ObservationKey.of("tls.offered", ValueType.STRING,
                    "What the hello offered: client, one version such as TLS 1.0, or no-common-suite.");

    /** How it ended: established, alert, closed, reset, silent, clear-text, garbage or answered. */
    public static final ObservationKey<String> OUTCOME =
            ObservationKey.of("tls.outcome", ValueType.STRING,
                    "How it ended: established, alert, closed, reset, silent, clear-text, garbage or answered.");

    /** Whether the server ended the connection before it had seen the hello. */
    public static final ObservationKey<Boolean> BEFORE_HELLO =
            ObservationKey.of("tls.before-hello", ValueType.BOOLEAN,
                    "Whether the server ended the connection before it had seen the hello.");

    /** The alert's number (RFC 8446, 6.2). */
    public static final ObservationKey<Long> ALERT =
            ObservationKey.of("tls.alert", ValueType.LONG,
                    "The alert's number (RFC 8446, 6.2).");

    /** The version agreed. */
    public static final ObservationKey<String> VERSION =
            ObservationKey.of("tls.version", ValueType.STRING,
                    "The version agreed.");

    /** The suite agreed. */
    public static final ObservationKey<String> CIPHER_SUITE =
            ObservationKey.of("tls.cipher-suite", ValueType.STRING,
                    "The suite agreed.");

    /** Whether a ServerHello came before it ended. */
    public static final ObservationKey<Boolean> SERVER_HELLO =
            ObservationKey.of("tls.server-hello", ValueType.BOOLEAN,
                    "Whether a ServerHello came before it ended.");

    /** Bytes received since the hello was sent. */
    public static final ObservationKey<Long> BYTES_RECEIVED =
            new ObservationKey<>("tls.bytes-received", ValueType.LONG, "bytes",
                    "Bytes received since the hello was sent.");

    /** Time from the hello to the end of the handshake, or to its break. */
    public static final ObservationKey<Duration> TIME =
            ObservationKey.of("tls.time", ValueType.DURATION,
                    "Time from the hello to the end of the handshake, or to its break.");

    private TlsKeys() {
    }
}
