// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.util.Optional;

/** The versions of TLS and of SSL before it, oldest first. */
public enum TlsVersion {

    /** SSL 3.0 (RFC 6101). */
    SSL_3_0(0x0300, "SSL 3.0"),
    /** TLS 1.0 (RFC 2246). */
    TLS_1_0(0x0301, "TLS 1.0"),
    /** TLS 1.1 (RFC 4346). */
    TLS_1_1(0x0302, "TLS 1.1"),
    /** TLS 1.2 (RFC 5246). */
    TLS_1_2(0x0303, "TLS 1.2"),
    /** TLS 1.3 (RFC 8446). */
    TLS_1_3(0x0304, "TLS 1.3");

    private final int code;
    private final String text;

    TlsVersion(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@return the number on the wire, such as 0x0303} */
    public int code() {
        return code;
    }

    /** {@return the name for a person, such as "TLS 1.2"} */
    @Override
    public String toString() {
        return text;
    }

    /**
     * The version of a number.
     *
     * @param code the number on the wire
     * @return the version, or empty for a number that is none (a GREASE value, a draft)
     */
    public static Optional<TlsVersion> find(int code) {
        return code >= 0x0300 && code <= 0x0304 ? Optional.of(values()[code - 0x0300]) : Optional.empty();
    }
}
