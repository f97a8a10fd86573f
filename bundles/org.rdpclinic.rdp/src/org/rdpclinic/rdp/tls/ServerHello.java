// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.util.Optional;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/**
 * A server's answer to a ClientHello (RFC 8446 section 4.1.3): what it chose.
 *
 * @param versionCode the version chosen: that of the supported_versions extension, else the field
 * @param cipherSuite the suite chosen
 * @param retry whether it is a HelloRetryRequest, by which a TLS 1.3 server asks for another key share
 */
public record ServerHello(int versionCode, int cipherSuite, boolean retry) {

    /** The random by which a HelloRetryRequest is told from a ServerHello (RFC 8446 section 4.1.3). */
    private static final Bytes RETRY_RANDOM =
            Bytes.fromHex("CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C");
    private static final int TYPE = 2;
    private static final int SUPPORTED_VERSIONS = 43;

    /** {@return the version by name, or empty when the number is none} */
    public Optional<TlsVersion> findVersion() {
        return TlsVersion.find(versionCode);
    }

    /**
     * Reads the answer.
     *
     * @param message the handshake message with its header of four bytes, without the record's
     * @return the answer
     * @throws MalformedException if it is none, is cut short, or holds a length that lies
     */
    public static ServerHello parse(Bytes message) throws MalformedException {
        ByteReader in = ByteReader.over(message);
        if (in.u8() != TYPE) {
            throw new MalformedException("no ServerHello: its type is not 2");
        }
        if (in.u24() != in.remaining()) {
            throw new MalformedException("the length of the ServerHello lies");
        }
        int version = in.u16();
        boolean retry = in.bytes(32).equals(RETRY_RANDOM);
        in.bytes(in.u8());
        int suite = in.u16();
        in.u8();
        if (in.remaining() > 0) {
            ByteReader extensions = in.part(in.u16());
            while (extensions.remaining() > 0) {
                int type = extensions.u16();
                ByteReader content = extensions.part(extensions.u16());
                if (type == SUPPORTED_VERSIONS) {
                    version = content.u16();
                }
            }
        }
        return new ServerHello(version, suite, retry);
    }
}
