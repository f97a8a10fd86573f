// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import org.rdpclinic.rdp.wire.Bytes;

/**
 * Sixteen bytes by which the server's logs can name a connection (RDP_NEG_CORRELATION_INFO, MS-RDPBCGR 2.2.1.1.2). What
 * is decoded may break the rules of the specification; what is sent keeps them.
 *
 * @param bytes the sixteen bytes
 */
public record CorrelationId(Bytes bytes) {

    /** The number of bytes. */
    public static final int SIZE = 16;

    /** Checks the size. */
    public CorrelationId {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException("a correlation id has 16 bytes, not " + bytes.size());
        }
    }

    /** {@return whether the first byte is neither 00 nor F4 and none is 0D, as the specification demands} */
    public boolean isValid() {
        if (bytes.at(0) == 0x00 || bytes.at(0) == 0xF4) {
            return false;
        }
        for (int i = 0; i < SIZE; i++) {
            if (bytes.at(i) == 0x0D) {
                return false;
            }
        }
        return true;
    }
}
