// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tests;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rdpclinic.rdp.tls.TlsServing;

/** Self-signed certificates with the key usage that Windows gives its own: key and data encipherment, no signature. */
final class Certificates {

    private Certificates() {
    }

    /** An RSA certificate of so many bits, signed with such a hash ("SHA256", "SHA1"). */
    static TlsServing rsa(int bits, String hash) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            return selfSigned(keys.getPublic(), keys.getPrivate(), hash + "withRSA");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** An EC certificate on a named curve. */
    static TlsServing ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair keys = generator.generateKeyPair();
            return selfSigned(keys.getPublic(), keys.getPrivate(), "SHA256withECDSA");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A certificate with a public key that costs its reader dear: a modulus of so many bits. */
    static TlsServing monstrous(int bits) {
        try {
            BigInteger huge = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return selfSigned(KeyFactory.getInstance("RSA").generatePublic(
                    new RSAPublicKeySpec(huge, BigInteger.valueOf(65537))), generator.generateKeyPair().getPrivate(),
                    "SHA256withRSA");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static TlsServing selfSigned(PublicKey publicKey, PrivateKey privateKey, String signature)
            throws GeneralSecurityException {
        try {
            var name = new X500Name("CN=server.example");
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.TWO,
                    Date.from(Instant.parse("2020-01-01T00:00:00Z")), Date.from(Instant.parse("2020-07-01T00:00:00Z")),
                    name, publicKey);
            builder.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
            return TlsServing.of(privateKey, new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(privateKey))));
        } catch (OperatorCreationException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
