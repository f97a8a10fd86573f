// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.util.EnumSet;
import java.util.Set;

/** The flags of RDP_NEG_RSP (MS-RDPBCGR 2.2.1.2.1). */
public enum ResponseFlag {

    /** The server reads extended client data in the MCS Connect Initial. */
    EXTENDED_CLIENT_DATA_SUPPORTED(0x01),
    /** The server knows the graphics pipeline channel. */
    DYNVC_GFX_PROTOCOL_SUPPORTED(0x02),
    /** Unused. */
    NEGRSP_FLAG_RESERVED(0x04),
    /** Restricted Admin is on. */
    RESTRICTED_ADMIN_MODE_SUPPORTED(0x08),
    /** Remote Credential Guard is on. */
    REDIRECTED_AUTHENTICATION_MODE_SUPPORTED(0x10);

    private final int bit;

    ResponseFlag(int bit) {
        this.bit = bit;
    }

    /** {@return the bit on the wire} */
    public int bit() {
        return bit;
    }

    /**
     * The flags in a byte.
     *
     * @param flags the byte; bits without a name are passed over
     * @return the flags set
     */
    public static Set<ResponseFlag> in(int flags) {
        Set<ResponseFlag> found = EnumSet.noneOf(ResponseFlag.class);
        for (ResponseFlag each : values()) {
            if ((flags & each.bit) != 0) {
                found.add(each);
            }
        }
        return found;
    }
}
