// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.time.Duration;
import java.time.Instant;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** What the user saw. Subject: the reported attempt. */
public final class SymptomKeys {

    /** Disconnect code. */
    public static final ObservationKey<Long> CODE =
            ObservationKey.of("symptom.code", ValueType.LONG,
                    "Disconnect code.");

    /** Extended disconnect code. */
    public static final ObservationKey<Long> EXTENDED =
            ObservationKey.of("symptom.extended", ValueType.LONG,
                    "Extended disconnect code.");

    /** When it breaks: connect, credentials or session. */
    public static final ObservationKey<String> WHEN =
            ObservationKey.of("symptom.when", ValueType.STRING,
                    "When it breaks: connect, credentials or session.");

    /** How long a session stood. */
    public static final ObservationKey<Duration> AFTER =
            ObservationKey.of("symptom.after", ValueType.DURATION,
                    "How long a session stood.");

    /** When it broke for the first time. */
    public static final ObservationKey<Instant> SINCE =
            ObservationKey.of("symptom.since", ValueType.INSTANT,
                    "When it broke for the first time.");

    /** Other clients: works or fails. */
    public static final ObservationKey<String> OTHERS =
            ObservationKey.of("symptom.others", ValueType.STRING,
                    "Other clients: works or fails.");

    /** By address instead of by name: works or fails. */
    public static final ObservationKey<String> BY_ADDRESS =
            ObservationKey.of("symptom.by-address", ValueType.STRING,
                    "By address instead of by name: works or fails.");

    private SymptomKeys() {
    }
}
