// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Windows Firewall on the server. Subject: the server host. */
public final class FirewallKeys {

    /** Whether the rules in force let the listener's port in. */
    public static final ObservationKey<Boolean> ALLOWS_LISTENER =
            ObservationKey.of("firewall.allows-listener", ValueType.BOOLEAN,
                    "Whether the rules in force let the listener's port in.");

    /** Whether stealth mode swallows the answers of closed ports. */
    public static final ObservationKey<Boolean> STEALTH =
            ObservationKey.of("firewall.stealth", ValueType.BOOLEAN,
                    "Whether stealth mode swallows the answers of closed ports.");

    private FirewallKeys() {
    }
}
