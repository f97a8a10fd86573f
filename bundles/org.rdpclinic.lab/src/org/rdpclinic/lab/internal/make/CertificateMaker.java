// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.make;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates of any age and strength. */
public final class CertificateMaker {

    private CertificateMaker() {
    }

    /**
     * What a certificate says.
     *
     * @param subject   its subject, such as {@code CN=desk-7.clinic.example}
     * @param issuer    its issuer; the subject for a self-signed one
     * @param dnsNames  its alternative names, none for the listener's own
     * @param from      valid from
     * @param to        valid to
     * @param signature algorithm of the signature, such as {@code SHA256withRSA}
     */
    record Content(String subject, String issuer, List<String> dnsNames, Instant from, Instant to, String signature) {
    }

    static X509Certificate make(Content content, PublicKey key, PrivateKey signer) {
        try {
            BigInteger serial = new BigInteger(96, ThreadLocalRandom.current()).setBit(96);
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(content.issuer()), serial,
                    Date.from(content.from()), Date.from(content.to()), new X500Name(content.subject()), key);
            builder.addExtension(Extension.keyUsage, false,
                    new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            if (!content.dnsNames().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(content.dnsNames()
                        .stream().map(name -> new GeneralName(GeneralName.dNSName, name)).toArray(GeneralName[]::new)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(content.signature()).build(signer)));
        } catch (IOException | OperatorCreationException | CertificateException e) {
            throw new IllegalArgumentException("No certificate can be made for " + content.subject() + ".", e);
        }
    }

    /**
     * The same self-signed certificate with other dates.
     *
     * @param certificate the certificate
     * @param privateKey  its private key in PKCS #8 form
     * @param from        valid from
     * @param to          valid to
     */
    public static X509Certificate redate(X509Certificate certificate, byte[] privateKey, Instant from, Instant to) {
        String subject = certificate.getSubjectX500Principal().getName();
        Content content = new Content(subject, subject, List.of(), from, to, certificate.getSigAlgName());
        try {
            PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            return make(content, certificate.getPublicKey(), key);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalArgumentException("The key file holds no key of the certificate.", e);
        }
    }
}
