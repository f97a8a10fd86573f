// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.util.EnumSet;
import java.util.Set;

/** The flags of RDP_NEG_REQ (MS-RDPBCGR 2.2.1.1.1). */
public enum RequestFlag {

    /** The client sends no credentials; the server must offer Restricted Admin. */
    RESTRICTED_ADMIN_MODE_REQUIRED(0x01),
    /** The client wants Remote Credential Guard. */
    REDIRECTED_AUTHENTICATION_MODE_REQUIRED(0x02),
    /** A correlation block of 36 bytes follows. */
    CORRELATION_INFO_PRESENT(0x08);

    private final int bit;

    RequestFlag(int bit) {
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
    public static Set<RequestFlag> in(int flags) {
        Set<RequestFlag> found = EnumSet.noneOf(RequestFlag.class);
        for (RequestFlag each : values()) {
            if ((flags & each.bit) != 0) {
                found.add(each);
            }
        }
        return found;
    }
}
