// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** The private key of the listener's certificate. Subject: the server host. */
public final class KeyFileKeys {

    /** Whether the key file exists. */
    public static final ObservationKey<Boolean> PRESENT =
            ObservationKey.of("key-file.present", ValueType.BOOLEAN,
                    "Whether the key file exists.");

    /** Whether NETWORK SERVICE can read it, by the effective access of its token. */
    public static final ObservationKey<Boolean> READABLE =
            ObservationKey.of("key-file.readable", ValueType.BOOLEAN,
                    "Whether NETWORK SERVICE can read it, by the effective access of its token.");

    private KeyFileKeys() {
    }
}
