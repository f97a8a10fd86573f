// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client offers in its ClientHello.
 *
 * @param versions at least one; a hello can name any of them, old servers read only the newest before TLS 1.3
 * @param cipherSuites the numbers of the suites, the best liked first, at least one
 * @param serverName the host name for the SNI extension (RFC 6066 section 3), which mstsc sends; never an IP address
 * @param pause how long to listen before the hello is sent: a server that closes in this time has not seen what is
 * offered
 */
public record TlsOffer(Set<TlsVersion> versions, List<Integer> cipherSuites, Optional<String> serverName,
        Duration pause) {

    /** Checks and copies. */
    public TlsOffer {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a hello offers at least one version");
        }
        versions = Collections.unmodifiableSet(EnumSet.copyOf(versions));
        cipherSuites = List.copyOf(cipherSuites);
        if (cipherSuites.isEmpty() || cipherSuites.size() > 1000) {
            throw new IllegalArgumentException("a hello offers 1 to 1000 suites");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("the pause is negative");
        }
        if (serverName.filter(name -> name.isEmpty() || name.length() > 255 || !name.chars().allMatch(c -> c < 128))
                .isPresent()) {
            throw new IllegalArgumentException("a server name has 1 to 255 ASCII characters");
        }
    }

    /**
     * {@return what a current mstsc offers on Windows 11: TLS 1.2 and 1.3, Schannel's default suites, no name, no
     * pause}
     */
    public static TlsOffer mstsc() {
        return new TlsOffer(EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), CipherSuites.WINDOWS_11,
                Optional.empty(), Duration.ZERO);
    }

    /**
     * One version alone, with every suite of Windows 11 that fits it.
     *
     * @param version the version
     * @return the offer
     */
    public static TlsOffer only(TlsVersion version) {
        return mstsc().withVersions(EnumSet.of(version)).withCipherSuites(CipherSuites.WINDOWS_11.stream()
                .filter(suite -> CipherSuites.isTls13(suite) == (version == TlsVersion.TLS_1_3)).toList());
    }

    /**
     * The same offer with other versions.
     *
     * @param others at least one
     * @return the changed offer
     */
    public TlsOffer withVersions(Set<TlsVersion> others) {
        return new TlsOffer(others, cipherSuites, serverName, pause);
    }

    /**
     * The same offer with other suites.
     *
     * @param others at least one
     * @return the changed offer
     */
    public TlsOffer withCipherSuites(List<Integer> others) {
        return new TlsOffer(versions, others, serverName, pause);
    }

    /**
     * The same offer with a name for SNI.
     *
     * @param name the host's name, ASCII; never an IP address
     * @return the changed offer
     */
    public TlsOffer withServerName(String name) {
        return new TlsOffer(versions, cipherSuites, Optional.of(name), pause);
    }

    /**
     * The same offer with a pause before the hello.
     *
     * @param time zero or more
     * @return the changed offer
     */
    public TlsOffer withPause(Duration time) {
        return new TlsOffer(versions, cipherSuites, serverName, time);
    }
}
