// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.util.List;

import org.bouncycastle.tls.NamedGroup;

/** What Schannel puts into its hellos beside versions and suites, on Windows 11 with its defaults. */
final class WindowsHabits {

    /** The curves, best liked first. */
    static final List<Integer> GROUPS = List.of(NamedGroup.x25519, NamedGroup.secp256r1, NamedGroup.secp384r1);

    /** The signature schemes, best liked first; SHA-1 is still among them. */
    static final List<Integer> SIGNATURE_SCHEMES = List.of(0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0201, 0x0403,
            0x0503, 0x0203, 0x0601, 0x0603);

    private WindowsHabits() {
    }
}
