// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The security protocols of the negotiation, each a bit of {@code requestedProtocols} (MS-RDPBCGR 2.2.1.1.1). */
public enum SecurityProtocol {

    /** Standard RDP Security: RC4 or FIPS inside RDP, no TLS, the server is not proved. No bit at all. */
    RDP(0),
    /** TLS, then the server's own logon screen. */
    SSL(1),
    /** TLS, then CredSSP (Network Level Authentication). */
    HYBRID(2),
    /** RDSTLS, for redirected connections. */
    RDSTLS(4),
    /** CredSSP and an Early User Authorization Result after it. */
    HYBRID_EX(8),
    /** Sign-in by Entra ID. */
    RDSAAD(0x10);

    /** What mstsc asks for: {@link #SSL}, {@link #HYBRID} and {@link #HYBRID_EX}. */
    public static final int MSTSC = 0x0B;

    private final int bit;

    SecurityProtocol(int bit) {
        this.bit = bit;
    }

    /** {@return the bit, 0 for {@link #RDP}} */
    public int bit() {
        return bit;
    }

    /** {@return the name in the specification, such as PROTOCOL_HYBRID} */
    public String constant() {
        return "PROTOCOL_" + name();
    }

    /** {@return whether a server that selected this protocol goes on with TLS} */
    public boolean startsTls() {
        return this != RDP;
    }

    /**
     * The protocol that a server selected.
     *
     * @param selected the value of {@code selectedProtocol}
     * @return the protocol, or empty when the value is none of them (or several at once)
     */
    public static Optional<SecurityProtocol> find(int selected) {
        for (SecurityProtocol each : values()) {
            if (each.bit == selected) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The protocols in a mask; {@link #RDP} is in it when no bit is set.
     *
     * @param mask the value of {@code requestedProtocols}; bits without a name are passed over
     * @return the protocols
     */
    public static Set<SecurityProtocol> in(int mask) {
        Set<SecurityProtocol> found = EnumSet.noneOf(SecurityProtocol.class);
        for (SecurityProtocol each : values()) {
            if (each.bit == 0 ? mask == 0 : (mask & each.bit) != 0) {
                found.add(each);
            }
        }
        return found;
    }

    /**
     * The mask of some protocols.
     *
     * @param protocols any number of them
     * @return their bits together
     */
    public static int mask(SecurityProtocol... protocols) {
        int mask = 0;
        for (SecurityProtocol each : protocols) {
            mask |= each.bit;
        }
        return mask;
    }
}
