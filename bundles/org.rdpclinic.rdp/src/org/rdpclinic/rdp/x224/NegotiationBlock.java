// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.io.ByteArrayOutputStream;

import org.rdpclinic.rdp.wire.Bytes;

/** The eight bytes that request, response and failure have in common: type, flags, length, value. */
final class NegotiationBlock {

    static final int REQUEST = 0x01;
    static final int RESPONSE = 0x02;
    static final int FAILURE = 0x03;
    static final int SIZE = 8;

    /** The X.224 code of a connection confirm. */
    static final int CONFIRM = 0xD0;

    /** The source reference that Windows (and xrdp) puts into each confirm. */
    private static final int WINDOWS_REFERENCE = 0x1234;

    private NegotiationBlock() {
    }

    static void write(ByteArrayOutputStream out, int type, int flags, int value) {
        out.write(type);
        out.write(flags);
        out.write(SIZE);
        out.write(0);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >> shift);
        }
    }

    static Bytes confirm(int type, int flags, int value) {
        var out = new ByteArrayOutputStream(SIZE);
        write(out, type, flags, value);
        return Tpkt.connectionPacket(CONFIRM, WINDOWS_REFERENCE, out.toByteArray());
    }

    static Bytes emptyConfirm() {
        return Tpkt.connectionPacket(CONFIRM, WINDOWS_REFERENCE, new byte[0]);
    }
}
