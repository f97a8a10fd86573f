// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.List;
import java.util.Objects;

/**
 * The client whose failure is looked into: what it sends, and what it refuses. Profiles are data; an {@code .rdp} file
 * or a policy changes single fields.
 *
 * @param id                     stable id, for example {@code mstsc-windows-11}
 * @param title                  the client in words
 * @param protocols              bits of RDP_NEG_REQ.requestedProtocols that it sends (MS-RDPBCGR 2.2.1.1.1), 0 to 0x1F
 * @param tlsVersions            TLS versions that it offers, for example {@code TLS 1.2}; empty when it cannot do TLS
 * @param authenticationLevel    what it does when the server's identity cannot be proved: 0 goes on, 1 refuses, 2
 *                               warns, 3 was not set (warns too)
 * @param minimumRsaBits         the shortest RSA key of a server that it accepts, in bits
 * @param refusesSha1            whether it refuses a certificate signed with SHA-1 or MD5
 * @param fallsBackToRdpSecurity whether it goes on without TLS when the server does Standard RDP Security only
 */
public record ClientProfile(String id, String title, long protocols, List<String> tlsVersions, int authenticationLevel,
        int minimumRsaBits, boolean refusesSha1, boolean fallsBackToRdpSecurity) {

    /** PROTOCOL_SSL: TLS. */
    public static final long SSL = 0x1;
    /** PROTOCOL_HYBRID: CredSSP. */
    public static final long HYBRID = 0x2;
    /** PROTOCOL_HYBRID_EX: CredSSP with an Early User Authorization Result. */
    public static final long HYBRID_EX = 0x8;

    /** Checks ranges and copies the list. */
    public ClientProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        tlsVersions = List.copyOf(tlsVersions);
        if (protocols < 0 || protocols > 0x1F) {
            throw new IllegalArgumentException("requestedProtocols runs from 0 to 0x1F, not " + protocols + ".");
        }
        if (authenticationLevel < 0 || authenticationLevel > 3) {
            throw new IllegalArgumentException(
                    "An authentication level runs from 0 to 3, not " + authenticationLevel + ".");
        }
        if (minimumRsaBits < 0) {
            throw new IllegalArgumentException("The shortest RSA key cannot be negative.");
        }
    }

    /** Whether it offers CredSSP (NLA). */
    public boolean credSsp() {
        return (protocols & (HYBRID | HYBRID_EX)) != 0;
    }

    /** Whether it refuses a server whose identity it cannot prove. */
    public boolean refusesUnprovenServer() {
        return authenticationLevel == 1;
    }

    /** The same client with other protocol bits. */
    public ClientProfile withProtocols(long bits) {
        return new ClientProfile(id, title, bits, tlsVersions, authenticationLevel, minimumRsaBits, refusesSha1,
                fallsBackToRdpSecurity);
    }

    /** The same client with another authentication level; level 1 does not fall back to Standard RDP Security. */
    public ClientProfile withAuthenticationLevel(int level) {
        return new ClientProfile(id, title, protocols, tlsVersions, level, minimumRsaBits, refusesSha1,
                fallsBackToRdpSecurity && level != 1);
    }

    /** The same client with another shortest RSA key, in bits. */
    public ClientProfile withMinimumRsaBits(int bits) {
        return new ClientProfile(id, title, protocols, tlsVersions, authenticationLevel, bits, refusesSha1,
                fallsBackToRdpSecurity);
    }
}
