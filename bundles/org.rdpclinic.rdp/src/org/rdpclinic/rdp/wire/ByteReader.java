// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.wire;

/**
 * Reads numbers and parts from bytes that are at hand, never past their end. A length found inside the bytes can at
 * most reach to that end, so that no allocation is larger than what was received.
 */
public final class ByteReader {

    private final byte[] content;
    private final int end;
    private int position;

    private ByteReader(byte[] content, int position, int end) {
        this.content = content;
        this.position = position;
        this.end = end;
    }

    /**
     * Reads from the first byte on.
     *
     * @param bytes what is read
     * @return a reader of its own position
     */
    public static ByteReader over(Bytes bytes) {
        return new ByteReader(bytes.toArray(), 0, bytes.size());
    }

    /** {@return the number of bytes left} */
    public int remaining() {
        return end - position;
    }

    /**
     * {@return the next byte, 0 to 255}
     *
     * @throws MalformedException if none is left
     */
    public int u8() throws MalformedException {
        need(1);
        return content[position++] & 0xFF;
    }

    /**
     * {@return the next two bytes, big end first}
     *
     * @throws MalformedException if they are not left
     */
    public int u16() throws MalformedException {
        need(2);
        return u8() << 8 | u8();
    }

    /**
     * {@return the next three bytes, big end first}
     *
     * @throws MalformedException if they are not left
     */
    public int u24() throws MalformedException {
        need(3);
        return u16() << 8 | u8();
    }

    /**
     * {@return the next two bytes, little end first}
     *
     * @throws MalformedException if they are not left
     */
    public int u16Little() throws MalformedException {
        need(2);
        return u8() | u8() << 8;
    }

    /**
     * {@return the next four bytes, little end first}
     *
     * @throws MalformedException if they are not left
     */
    public int i32Little() throws MalformedException {
        need(4);
        return u16Little() | u16Little() << 16;
    }

    /**
     * The next bytes.
     *
     * @param count how many
     * @return a copy of them
     * @throws MalformedException if fewer are left
     */
    public Bytes bytes(int count) throws MalformedException {
        need(count);
        position += count;
        return Bytes.of(content, position - count, position);
    }

    /**
     * A reader over the next bytes alone; this one goes on behind them.
     *
     * @param count how many
     * @return a reader that ends after them
     * @throws MalformedException if fewer are left
     */
    public ByteReader part(int count) throws MalformedException {
        need(count);
        position += count;
        return new ByteReader(content, position - count, position);
    }

    /**
     * The byte at a distance, left in its place.
     *
     * @param ahead 0 for the next byte
     * @return 0 to 255
     * @throws MalformedException if fewer are left
     */
    public int peek(int ahead) throws MalformedException {
        need(ahead + 1);
        return content[position + ahead] & 0xFF;
    }

    private void need(int count) throws MalformedException {
        if (count < 0 || count > remaining()) {
            throw new MalformedException(count + " bytes are due, " + remaining() + " are left");
        }
    }
}
