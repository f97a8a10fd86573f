// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.util.Optional;

import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.tls.TlsVersion;

/** What came of a TLS handshake. */
public sealed interface TlsOutcome {

    /** {@return the certificates that were served, also when the handshake broke after them} */
    CertificateChain chain();

    /** {@return what went over the wire} */
    Traffic traffic();

    /**
     * The handshake was finished on both sides.
     *
     * @param version the version agreed
     * @param cipherSuite the suite agreed
     * @param chain the certificates served, verified by nobody
     * @param traffic what went over the wire
     */
    record TlsEstablished(TlsVersion version, int cipherSuite, CertificateChain chain, Traffic traffic)
            implements TlsOutcome {
    }

    /**
     * The handshake did not come to its end.
     *
     * @param stage how far it had come
     * @param ending in which way it ended
     * @param version the version that the server chose, empty before its ServerHello
     * @param cipherSuite the suite that the server chose, empty before its ServerHello
     * @param chain the certificates served until then
     * @param traffic what went over the wire
     */
    record TlsEnded(Stage stage, Ending ending, Optional<TlsVersion> version, Optional<Integer> cipherSuite,
            CertificateChain chain, Traffic traffic) implements TlsOutcome {
    }
}
