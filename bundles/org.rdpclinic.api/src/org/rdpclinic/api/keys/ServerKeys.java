// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.util.List;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** What the server can do, put together from several attempts. Subject: the address. */
public final class ServerKeys {

    /** Security protocols that it selects when asked for them: RDP, TLS, CredSSP. */
    public static final ObservationKey<List<String>> PROTOCOLS =
            ObservationKey.of("server.protocols", ValueType.STRINGS,
                    "Security protocols that it selects when asked for them: RDP, TLS, CredSSP.");

    /** TLS versions with which a handshake succeeds. */
    public static final ObservationKey<List<String>> TLS_VERSIONS =
            ObservationKey.of("server.tls-versions", ValueType.STRINGS,
                    "TLS versions with which a handshake succeeds.");

    /** Whether it refuses clients without CredSSP. */
    public static final ObservationKey<Boolean> DEMANDS_NLA =
            ObservationKey.of("server.demands-nla", ValueType.BOOLEAN,
                    "Whether it refuses clients without CredSSP.");

    /**
     * Whether TLS works with a version that the client does not offer, while it fails each time as the client does
     * it.
     */
    public static final ObservationKey<Boolean> OTHER_VERSION_WORKS =
            ObservationKey.of("server.other-version-works", ValueType.BOOLEAN,
                    "Whether TLS works with a version that the client lacks, and never as the client does it.");

    private ServerKeys() {
    }
}
