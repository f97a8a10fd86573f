// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes with value semantics; the text form is lower-case hex without blanks. */
public final class Bytes {

    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * A copy of the given bytes.
     *
     * @param bytes any bytes
     * @return the same bytes, immutable
     */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /**
     * A copy of a part of the given bytes.
     *
     * @param bytes any bytes
     * @param from index of the first byte taken
     * @param to index after the last byte taken
     * @return the part, immutable
     */
    public static Bytes of(byte[] bytes, int from, int to) {
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * Bytes written as hex digits; blanks between them are ignored.
     *
     * @param hex an even number of hex digits
     * @return the bytes
     * @throws IllegalArgumentException if anything else than hex digits and blanks is found
     */
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex.replaceAll("\\s+", "")));
    }

    /** {@return the number of bytes} */
    public int size() {
        return content.length;
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /**
     * One byte, unsigned.
     *
     * @param index 0 to size - 1
     * @return 0 to 255
     */
    public int at(int index) {
        return content[index] & 0xFF;
    }

    /** {@return a fresh copy as an array} */
    public byte[] toArray() {
        return content.clone();
    }

    /**
     * Whether these bytes begin with others.
     *
     * @param prefix the bytes looked for
     * @return true also for an empty prefix
     */
    public boolean startsWith(Bytes prefix) {
        return size() >= prefix.size()
                && Arrays.equals(content, 0, prefix.size(), prefix.content, 0, prefix.size());
    }

    /**
     * The first bytes only.
     *
     * @param limit the largest number of bytes wanted
     * @return these bytes, or the first of them
     */
    public Bytes first(int limit) {
        return size() <= limit ? this : of(content, 0, limit);
    }

    /**
     * These bytes and others behind them.
     *
     * @param others what follows
     * @return both
     */
    public Bytes plus(Bytes others) {
        byte[] both = Arrays.copyOf(content, size() + others.size());
        System.arraycopy(others.content, 0, both, size(), others.size());
        return new Bytes(both);
    }

    /** {@return the bytes as ASCII, each unprintable one as a dot, fit to be shown to a person} */
    public String printable() {
        var text = new StringBuilder(content.length);
        for (byte each : content) {
            text.append(each >= 0x20 && each < 0x7F ? (char) each : '.');
        }
        return text.toString();
    }

    /** {@return the bytes as ISO 8859-1 text, one character for each byte, nothing replaced} */
    public String latin1() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** {@return lower-case hex digits, two for each byte} */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
