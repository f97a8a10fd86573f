// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.rdp.wire.Bytes;

/**
 * The certificates of a server as they came over the wire, the server's own first. Nothing is verified: they are read
 * only.
 *
 * @param der each certificate, DER
 */
public record CertificateChain(List<Bytes> der) {

    /** No certificate: none was served, or the connection ended before it. */
    public static final CertificateChain EMPTY = new CertificateChain(List.of());

    /** Copies. */
    public CertificateChain {
        der = List.copyOf(der);
    }

    /** {@return whether no certificate came} */
    public boolean isEmpty() {
        return der.isEmpty();
    }

    /**
     * The server's own certificate.
     *
     * @return the first one, or empty when none came
     * @throws CertificateException if it came but cannot be read
     */
    public Optional<X509Certificate> findLeaf() throws CertificateException {
        return isEmpty() ? Optional.empty() : Optional.of(parse(der.getFirst()));
    }

    /**
     * All certificates.
     *
     * @return in the order served
     * @throws CertificateException if one of them cannot be read
     */
    public List<X509Certificate> certificates() throws CertificateException {
        List<X509Certificate> parsed = new ArrayList<>(der.size());
        for (Bytes each : der) {
            parsed.add(parse(each));
        }
        return List.copyOf(parsed);
    }

    @Override
    public String toString() {
        return "CertificateChain[" + der.size() + " certificates]";
    }

    private static X509Certificate parse(Bytes der) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der.toArray()));
    }
}
