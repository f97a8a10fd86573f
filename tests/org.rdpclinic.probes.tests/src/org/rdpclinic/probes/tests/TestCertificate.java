// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rdpclinic.rdp.tls.TlsServing;

/**
 * A certificate to serve: from a default, single parts are changed.
 *
 * @param key       its key
 * @param signature algorithm of the signature
 * @param signer    who signs it
 * @param begin     start of its validity
 * @param end       end of its validity
 * @param subject   subject name
 * @param issuer    issuer name
 * @param names     DNS names and addresses of its subjectAltName; without any it has none
 */
public record TestCertificate(KeyPair key, String signature, KeyPair signer, Instant begin, Instant end, String subject,
        String issuer, List<String> names) {

    /** Made once, since RSA keys take their time. */
    private static final KeyPair RSA_2048 = rsa(2048);

    /** Self-signed, in date, strong, made out to {@code server.example}. */
    public static TestCertificate good() {
        return new TestCertificate(RSA_2048, "SHA256withRSA", RSA_2048, Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-09-01T00:00:00Z"), "CN=server.example", "CN=server.example", List.of());
    }

    /** A key pair of so many bits. */
    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A key pair on a curve. */
    public static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The same until another moment. */
    public TestCertificate until(Instant other) {
        return new TestCertificate(key, signature, signer, begin, other, subject, issuer, names);
    }

    /** The same from another moment. */
    public TestCertificate from(Instant other) {
        return new TestCertificate(key, signature, signer, other, end, subject, issuer, names);
    }

    /** The same made out to other names. */
    public TestCertificate named(String... others) {
        return new TestCertificate(key, signature, signer, begin, end, subject, issuer, List.of(others));
    }

    /** The same for another key, which signs it. */
    public TestCertificate keyed(KeyPair other, String algorithm) {
        return new TestCertificate(other, algorithm, other, begin, end, subject, issuer, names);
    }

    /** The same, signed by somebody else. */
    public TestCertificate signedBy(KeyPair other, String name) {
        return new TestCertificate(key, signature, other, begin, end, subject, name, names);
    }

    /** The certificate. */
    public X509Certificate certificate() {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), BigInteger.TWO,
                    Date.from(begin), Date.from(end), new X500Name(subject), key.getPublic());
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
                        names.stream().map(TestCertificate::name).toArray(GeneralName[]::new)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(signer.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static GeneralName name(String text) {
        boolean address = text.matches("[0-9.]+") || text.indexOf(':') >= 0;
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, text);
    }

    /** Served with it. */
    public TlsServing serving() {
        try {
            return TlsServing.of(key.getPrivate(), certificate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
