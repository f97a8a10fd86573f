// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells literal addresses from names, without asking a resolver. */
public final class LiteralAddress {

    /** What can be dialled. */
    public enum Kind {
        /** A DNS or NetBIOS name. */
        NAME,
        /** Four decimal numbers. */
        IPV4,
        /** An IPv6 address, with or without a scope. */
        IPV6
    }

    private static final Pattern FOUR_NUMBERS = Pattern.compile(
            "((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    private LiteralAddress() {
    }

    /** What a text is; everything that is no address is a name. */
    public static Kind kindOf(String text) {
        if (FOUR_NUMBERS.matcher(text).matches()) {
            return Kind.IPV4;
        }
        return text.indexOf(':') >= 0 ? Kind.IPV6 : Kind.NAME;
    }

    /** The address in a text, if it is one; two writings of one IPv6 address give the same. */
    public static Optional<InetAddress> find(String text) {
        if (kindOf(text) == Kind.NAME) {
            return Optional.empty();
        }
        try {
            // With four numbers, or within brackets, only a literal address is read.
            return Optional.of(InetAddress.getByName(text.indexOf(':') >= 0 ? "[" + text + "]" : text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
