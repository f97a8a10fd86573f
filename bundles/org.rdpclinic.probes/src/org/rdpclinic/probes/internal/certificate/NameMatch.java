// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

import org.rdpclinic.probes.internal.network.LiteralAddress;

/** Whether a name in a certificate stands for what was dialled (RFC 6125, 6.4). */
final class NameMatch {

    private static final String WILDCARD = "*.";

    private NameMatch() {
    }

    /**
     * Compares without regard to case, a dot at the end, or the writing of an international name or of an address. A
     * wildcard stands for exactly one whole label, the first.
     */
    static boolean matches(String certificateName, String dialled) {
        Optional<InetAddress> address = LiteralAddress.find(dialled);
        if (address.isPresent()) {
            return LiteralAddress.find(certificateName).filter(address.get()::equals).isPresent();
        }
        String wanted = plain(dialled);
        String name = plain(certificateName);
        if (wanted.isEmpty()) {
            return false;
        }
        if (!name.startsWith(WILDCARD)) {
            return name.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        String rest = name.substring(WILDCARD.length());
        return dot > 0 && rest.indexOf('*') < 0 && wanted.substring(dot + 1).equals(rest);
    }

    private static String plain(String name) {
        String undotted = name.strip();
        undotted = undotted.endsWith(".") ? undotted.substring(0, undotted.length() - 1) : undotted;
        try {
            // Not for a wildcard, whose star is no letter of any name.
            return undotted.startsWith(WILDCARD)
                    ? WILDCARD + IDN.toASCII(undotted.substring(WILDCARD.length())).toLowerCase(Locale.ROOT)
                    : IDN.toASCII(undotted).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return undotted.toLowerCase(Locale.ROOT);
        }
    }
}
