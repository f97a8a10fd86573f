// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.util.List;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Resolution of the name that was dialled. Subject: the path. */
public final class NameKeys {

    /** The name or address as the user gave it. */
    public static final ObservationKey<String> DIALLED =
            ObservationKey.of("name.dialled", ValueType.STRING,
                    "The name or address as the user gave it.");

    /** What was dialled: name, ipv4 or ipv6. */
    public static final ObservationKey<String> KIND =
            ObservationKey.of("name.kind", ValueType.STRING,
                    "What was dialled: name, ipv4 or ipv6.");

    /** Whether the name became at least one address; always true for a literal address. */
    public static final ObservationKey<Boolean> RESOLVED =
            ObservationKey.of("name.resolved", ValueType.BOOLEAN,
                    "Whether the name became at least one address; always true for a literal address.");

    /** The addresses, in the resolver's order. */
    public static final ObservationKey<List<String>> ADDRESSES =
            ObservationKey.of("name.addresses", ValueType.STRINGS,
                    "The addresses, in the resolver's order.");

    /** Why the name did not become an address. */
    public static final ObservationKey<String> ERROR =
            ObservationKey.of("name.error", ValueType.STRING,
                    "Why the name did not become an address.");

    private NameKeys() {
    }
}
