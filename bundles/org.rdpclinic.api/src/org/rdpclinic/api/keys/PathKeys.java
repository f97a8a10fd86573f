// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Where the path ends. Subject: the address. */
public final class PathKeys {

    /** The address: loopback, private, carrier-grade (100.64/10), link-local, or public. */
    public static final ObservationKey<String> ADDRESS_KIND =
            ObservationKey.of("path.address-kind", ValueType.STRING,
                    "The address: loopback, private, carrier-grade (100.64/10), link-local, or public.");

    /** Whether forwarders listen at such an address: loopback or carrier-grade, of another host. */
    public static final ObservationKey<Boolean> FORWARDER_ADDRESS =
            ObservationKey.of("path.forwarder-address", ValueType.BOOLEAN,
                    "Whether forwarders listen at such an address: loopback or carrier-grade, of another host.");

    /** A port on which no service is expected. */
    public static final ObservationKey<Long> CONTROL_PORT =
            ObservationKey.of("path.control-port", ValueType.LONG,
                    "A port on which no service is expected.");

    /** How a connect to the control port ends: accepted, refused, silent or unreachable. */
    public static final ObservationKey<String> CONTROL_OUTCOME =
            ObservationKey.of("path.control-outcome", ValueType.STRING,
                    "How a connect to the control port ends: accepted, refused, silent or unreachable.");

    private PathKeys() {
    }
}
