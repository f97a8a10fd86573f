// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** One attempt of the clinic. Subject: the attempt. */
public final class AttemptKeys {

    /** What it is for: client (does what the client does) or capability (asks what the server can do). */
    public static final ObservationKey<String> PURPOSE =
            ObservationKey.of("attempt.purpose", ValueType.STRING,
                    "What it is for: client (does what the client does) or capability (asks what the server can do).");

    /** The address and port connected to. */
    public static final ObservationKey<String> ADDRESS =
            ObservationKey.of("attempt.address", ValueType.STRING,
                    "The address and port connected to.");

    /** Our own port, by which the attempt is known again in logs. */
    public static final ObservationKey<Long> LOCAL_PORT =
            ObservationKey.of("attempt.local-port", ValueType.LONG,
                    "Our own port, by which the attempt is known again in logs.");

    /** The stage at which it broke, or none. */
    public static final ObservationKey<String> ENDED_AT =
            ObservationKey.of("attempt.ended-at", ValueType.STRING,
                    "The stage at which it broke, or none.");

    /** SHA-256 of the certificate that was served in it. */
    public static final ObservationKey<String> CERTIFICATE =
            ObservationKey.of("attempt.certificate", ValueType.STRING,
                    "SHA-256 of the certificate that was served in it.");

    private AttemptKeys() {
    }
}
