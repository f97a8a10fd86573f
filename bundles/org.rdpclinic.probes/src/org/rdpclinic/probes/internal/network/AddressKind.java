// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** Where an address can be met (RFC 6890). */
enum AddressKind {

    /** This computer itself: 127/8, ::1, and the unspecified address, which connects to it too. */
    LOOPBACK,
    /** A private network: 10/8, 172.16/12, 192.168/16 (RFC 1918), fc00::/7 (RFC 4193). */
    PRIVATE,
    /** 100.64/10, between a provider and its customers (RFC 6598); overlay networks live there, too. */
    CARRIER_GRADE,
    /** One link alone: 169.254/16, fe80::/10. */
    LINK_LOCAL,
    /** Everything else. */
    PUBLIC;

    static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        if (address instanceof Inet6Address) {
            return (bytes[0] & 0xFE) == 0xFC || address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
        }
        if ((bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64) {
            return CARRIER_GRADE;
        }
        return address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
    }

    /** The value of {@code path.address-kind}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
