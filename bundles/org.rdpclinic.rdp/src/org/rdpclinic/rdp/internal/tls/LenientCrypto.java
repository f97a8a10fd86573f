// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.wire.Bytes;

/**
 * Cryptography that takes certificates as Windows does: the key usage is not looked at (the certificate that Windows
 * makes for Remote Desktop allows key encipherment only, and is used to sign all the same). Each certificate's bytes
 * are kept before they are read, so that one that cannot be read is not lost.
 */
final class LenientCrypto extends BcTlsCrypto {

    /**
     * The most bytes of a public key: an RSA key of 8192 bits with room to spare. No deadline ends the arithmetic
     * with a larger one, and a hostile server would choose one.
     */
    private static final int MAX_KEY_SIZE = 1100;

    private final List<Bytes> seen = new ArrayList<>();

    LenientCrypto() {
        super(new SecureRandom());
    }

    /** The certificates read from the wire so far. */
    CertificateChain seen() {
        return new CertificateChain(seen);
    }

    @Override
    public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
        if (type != CertificateType.X509) {
            return super.createCertificate(type, encoding);
        }
        seen.add(Bytes.of(encoding));
        return new LenientCertificate(this, encoding);
    }

    /** A certificate whose key may be used for anything. */
    private static final class LenientCertificate extends BcTlsCertificate {

        private LenientCertificate(BcTlsCrypto crypto, byte[] encoding) throws IOException {
            super(crypto, encoding);
        }

        @Override
        protected AsymmetricKeyParameter getPublicKey() throws IOException {
            if (keyInfo.getPublicKeyData().getBytes().length > MAX_KEY_SIZE) {
                throw new TlsFatalAlert(AlertDescription.unsupported_certificate, "the public key is too large");
            }
            return super.getPublicKey();
        }

        @Override
        public void validateKeyUsage(int keyUsageBits) {
            // Any usage is fine, see the class above.
        }

        @Override
        protected boolean supportsKeyUsage(int keyUsageBits) {
            return true;
        }
    }
}
