// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.util.Optional;

/** Why a server refuses the requested protocols (RDP_NEG_FAILURE, MS-RDPBCGR 2.2.1.2.2). */
public enum FailureCode {

    /** The server demands TLS or CredSSP. */
    SSL_REQUIRED_BY_SERVER(1),
    /** The server does Standard RDP Security only. */
    SSL_NOT_ALLOWED_BY_SERVER(2),
    /** The server has no certificate that it can use. */
    SSL_CERT_NOT_ON_SERVER(3),
    /** The request does not fit the protocol already in use. */
    INCONSISTENT_FLAGS(4),
    /** The server demands CredSSP (Network Level Authentication). */
    HYBRID_REQUIRED_BY_SERVER(5),
    /** The server demands TLS with a certificate of the client. */
    SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER(6);

    private final int code;

    FailureCode(int code) {
        this.code = code;
    }

    /** {@return the number on the wire, 1 to 6} */
    public int code() {
        return code;
    }

    /**
     * The named code of a number.
     *
     * @param code the number on the wire
     * @return the code, or empty when the specification has no such number
     */
    public static Optional<FailureCode> find(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
