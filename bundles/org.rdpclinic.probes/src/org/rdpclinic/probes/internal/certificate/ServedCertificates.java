// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.rdp.tls.CertificateChain;

/** Observes what stands in each served certificate, once for each. Safe for use by several threads. */
public final class ServedCertificates {

    private final ProbeRequest request;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** For one run of a probe. */
    public ServedCertificates(ProbeRequest request) {
        this.request = request;
        request.observed().subjects().stream().filter(subject -> subject.kind() == Subject.Kind.CERTIFICATE)
                .forEach(subject -> known.add(subject.id()));
    }

    /**
     * Observes the server's own certificate of a chain, if it is a new one.
     *
     * @return its SHA-256 in lower-case hexadecimal; empty when none was served
     */
    public Optional<String> observe(CertificateChain chain) {
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        byte[] der = chain.der().getFirst().toArray();
        String sha256 = Thumbprint.of("SHA-256", der);
        if (known.add(sha256)) {
            Subject subject = Subject.certificate(sha256);
            request.observe(CertificateKeys.THUMBPRINT, Thumbprint.of("SHA-1", der), subject);
            request.observe(CertificateKeys.CHAIN_LENGTH, (long) chain.der().size(), subject);
            read(chain).ifPresent(certificate -> observe(certificate, subject));
        }
        return Optional.of(sha256);
    }

    private static Optional<X509Certificate> read(CertificateChain chain) {
        try {
            return chain.findLeaf();
        } catch (CertificateException e) {
            // Bytes that are no certificate stay what they are: a thumbprint without a content.
            return Optional.empty();
        }
    }

    private void observe(X509Certificate certificate, Subject subject) {
        PublicKeyFacts key = PublicKeyFacts.of(certificate.getPublicKey());
        request.observe(CertificateKeys.SUBJECT, certificate.getSubjectX500Principal().getName(), subject);
        request.observe(CertificateKeys.ISSUER, certificate.getIssuerX500Principal().getName(), subject);
        request.observe(CertificateKeys.NAMES, CertificateNames.of(certificate), subject);
        request.observe(CertificateKeys.NOT_BEFORE, certificate.getNotBefore().toInstant(), subject);
        request.observe(CertificateKeys.NOT_AFTER, certificate.getNotAfter().toInstant(), subject);
        request.observe(CertificateKeys.SELF_SIGNED, SelfSigned.is(certificate), subject);
        request.observe(CertificateKeys.KEY_ALGORITHM, key.algorithm(), subject);
        key.bits().ifPresent(bits -> request.observe(CertificateKeys.KEY_BITS, bits, subject));
        request.observe(CertificateKeys.SIGNATURE_ALGORITHM, certificate.getSigAlgName(), subject);
    }
}
