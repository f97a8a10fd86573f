// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.rdpclinic.rdp.wire.Bytes;

/**
 * What a server serves. No security policy of the JVM looks at it: keys of 512 bits, SHA-1 and dates long past are
 * served.
 *
 * @param chain the certificates, the server's own first, at least one
 * @param key the private key of the first certificate, RSA or EC, in the PKCS #8 format
 * @param versions the versions that are switched on, at least one
 * @param cipherSuites the suites that are switched on, the best liked first; those that do not fit the key are passed
 * over
 */
public record TlsServing(CertificateChain chain, PrivateKey key, Set<TlsVersion> versions, List<Integer> cipherSuites) {

    /** Checks and copies. */
    public TlsServing {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a server that speaks TLS has at least one version");
        }
        versions = Collections.unmodifiableSet(EnumSet.copyOf(versions));
        cipherSuites = List.copyOf(cipherSuites);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a server serves at least one certificate");
        }
    }

    /**
     * As a default Windows 11 serves: TLS 1.2 and 1.3 with Schannel's suites.
     *
     * @param key the private key of the first certificate
     * @param chain the certificates, the server's own first
     * @return what is served
     * @throws CertificateEncodingException if a certificate has no DER form
     */
    public static TlsServing of(PrivateKey key, X509Certificate... chain) throws CertificateEncodingException {
        List<Bytes> der = new ArrayList<>();
        for (X509Certificate each : chain) {
            der.add(Bytes.of(each.getEncoded()));
        }
        return new TlsServing(new CertificateChain(der), key, EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3),
                CipherSuites.WINDOWS_11);
    }

    /**
     * The same with other versions.
     *
     * @param others at least one
     * @return the changed copy
     */
    public TlsServing withVersions(Set<TlsVersion> others) {
        return new TlsServing(chain, key, others, cipherSuites);
    }

    /**
     * The same with other suites.
     *
     * @param others the suites switched on, the best liked first
     * @return the changed copy
     */
    public TlsServing withCipherSuites(List<Integer> others) {
        return new TlsServing(chain, key, versions, others);
    }

    @Override
    public String toString() {
        // The key must never reach a log.
        return "TlsServing[" + chain.der().size() + " certificates, " + key.getAlgorithm() + ", " + versions + "]";
    }
}
