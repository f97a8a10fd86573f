// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** The client at hand. Subject: the client host. */
public final class ClientKeys {

    /** Id of the client profile. */
    public static final ObservationKey<String> PROFILE =
            ObservationKey.of("client.profile", ValueType.STRING,
                    "Id of the client profile.");

    /** Protocol bits that it sends. */
    public static final ObservationKey<Long> PROTOCOLS =
            ObservationKey.of("client.protocols", ValueType.LONG,
                    "Protocol bits that it sends.");

    /** Whether it offers CredSSP (NLA). */
    public static final ObservationKey<Boolean> CREDSSP =
            ObservationKey.of("client.credssp", ValueType.BOOLEAN,
                    "Whether it offers CredSSP (NLA).");

    /** What it does when the server is not proved: 0 goes on, 1 refuses, 2 or 3 warns. */
    public static final ObservationKey<Long> AUTHENTICATION_LEVEL =
            ObservationKey.of("client.authentication-level", ValueType.LONG,
                    "What it does when the server is not proved: 0 goes on, 1 refuses, 2 or 3 warns.");

    private ClientKeys() {
    }
}
