// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.io.ByteArrayOutputStream;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/**
 * The four bytes before each X.224 message: version 3, a reserved byte, and the length of the whole (RFC 1006 section
 * 6).
 */
public final class Tpkt {

    /** The number of bytes of the header. */
    public static final int HEADER = 4;
    /** The smallest whole packet: the header and an X.224 data header of three bytes. */
    public static final int MIN_LENGTH = 7;
    /** The largest packet that is read here; requests and confirms are far smaller. */
    public static final int MAX_LENGTH = 4096;

    private static final int VERSION = 3;

    private Tpkt() {
    }

    /**
     * Reads the length of a packet from its header.
     *
     * @param header the first four bytes of the packet, or more
     * @return the length of the whole packet, header included, {@value #MIN_LENGTH} to {@value #MAX_LENGTH}
     * @throws MalformedException if the version is not 3 or the length is out of these bounds
     */
    public static int length(Bytes header) throws MalformedException {
        ByteReader reader = ByteReader.over(header);
        if (reader.u8() != VERSION) {
            throw new MalformedException("no TPKT: the first byte is not 3");
        }
        reader.u8();
        int length = reader.u16();
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new MalformedException("TPKT length " + length + " is out of bounds");
        }
        return length;
    }

    /**
     * Takes the header off a whole packet.
     *
     * @param packet header and content
     * @return a reader over the content
     * @throws MalformedException if the header is none, or its length is not that of the packet
     */
    static ByteReader content(Bytes packet) throws MalformedException {
        int length = length(packet);
        if (length != packet.size()) {
            throw new MalformedException("TPKT length " + length + ", but " + packet.size() + " bytes");
        }
        ByteReader reader = ByteReader.over(packet);
        reader.bytes(HEADER);
        return reader;
    }

    /**
     * Puts the TPKT header and a connection TPDU's header before its variable part.
     *
     * @param code 0xE0 for a request, 0xD0 for a confirm
     * @param sourceReference the number that the sender gives the connection
     * @param variable what follows the fixed part of the TPDU, at most 248 bytes
     * @return the whole packet
     */
    static Bytes connectionPacket(int code, int sourceReference, byte[] variable) {
        int indicator = 6 + variable.length;
        if (indicator > 254) {
            throw new IllegalArgumentException("a connection TPDU holds at most 248 bytes, not " + variable.length);
        }
        int length = HEADER + 1 + indicator;
        var out = new ByteArrayOutputStream(length);
        out.write(VERSION);
        out.write(0);
        out.write(length >> 8);
        out.write(length);
        out.write(indicator);
        out.write(code);
        out.write(0);
        out.write(0);
        out.write(sourceReference >> 8);
        out.write(sourceReference);
        out.write(0);
        out.writeBytes(variable);
        return Bytes.of(out.toByteArray());
    }

    /**
     * Reads the fixed part of a connection TPDU and leaves the reader at its variable part.
     *
     * @param tpdu reader over the content of a packet
     * @param code the code that is due
     * @throws MalformedException if the length indicator lies or the code is another one
     */
    static void connectionHeader(ByteReader tpdu, int code) throws MalformedException {
        int indicator = tpdu.u8();
        if (indicator != tpdu.remaining()) {
            throw new MalformedException("X.224 length " + indicator + ", but " + tpdu.remaining() + " bytes");
        }
        // The low four bits of a connection TPDU's code are its initial credit, which means nothing in class 0.
        int found = tpdu.u8() & 0xF0;
        if (found != code) {
            throw new MalformedException("X.224 code 0x%02X in place of 0x%02X".formatted(found, code));
        }
        tpdu.bytes(5);
    }
}
