// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Bytes;

/** A server that serves what it is told, with its own order of suites, as Schannel does. */
public final class ServingServer extends AbstractTlsServer {

    private static final List<Integer> RSA_SCHEMES = List.of(0x0401, 0x0501, 0x0601, 0x0201, 0x0804);
    private static final List<Integer> RSA_SCHEMES_13 = List.of(0x0804, 0x0805, 0x0806);
    private static final List<Integer> EC_SCHEMES = List.of(0x0403, 0x0503, 0x0603, 0x0203);

    private final LenientCrypto crypto;
    private final TlsServing serving;
    private final AsymmetricKeyParameter key;

    /**
     * A server for one handshake.
     *
     * @param serving certificate, key, versions, suites
     * @throws IOException if the key cannot be read
     */
    public ServingServer(TlsServing serving) throws IOException {
        this(serving, new LenientCrypto());
    }

    private ServingServer(TlsServing serving, LenientCrypto crypto) throws IOException {
        super(crypto);
        this.serving = serving;
        this.crypto = crypto;
        byte[] encoded = serving.key().getEncoded();
        if (encoded == null) {
            throw new IOException("the private key does not give its content away");
        }
        this.key = PrivateKeyFactory.createKey(encoded);
    }

    /** {@return the version agreed} */
    public Optional<TlsVersion> version() {
        return Versions.find(context.getServerVersion());
    }

    /** {@return the suite agreed} */
    public int cipherSuite() {
        return selectedCipherSuite;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return Versions.newestFirst(serving.versions());
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(crypto,
                serving.cipherSuites().stream().filter(this::fitsKey).mapToInt(Integer::intValue).toArray());
    }

    private boolean fitsKey(int suite) {
        return switch (TlsUtils.getKeyExchangeAlgorithm(suite)) {
            case KeyExchangeAlgorithm.NULL -> true;
            case KeyExchangeAlgorithm.RSA, KeyExchangeAlgorithm.DHE_RSA, KeyExchangeAlgorithm.ECDHE_RSA ->
                key instanceof RSAKeyParameters;
            case KeyExchangeAlgorithm.ECDHE_ECDSA -> key instanceof ECPrivateKeyParameters;
            default -> false;
        };
    }

    @Override
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public void notifySecureRenegotiation(boolean secure) {
        // Clients without RFC 5746 are served, too.
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        int exchange = context.getSecurityParametersHandshake().getKeyExchangeAlgorithm();
        if (exchange == KeyExchangeAlgorithm.RSA) {
            return new BcDefaultTlsCredentialedDecryptor(crypto, certificate(), key);
        }
        return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), crypto, key, certificate(),
                chooseScheme());
    }

    private Certificate certificate() throws IOException {
        List<Bytes> chain = serving.chain().der();
        var entries = new CertificateEntry[chain.size()];
        var plain = new TlsCertificate[chain.size()];
        for (int i = 0; i < entries.length; i++) {
            plain[i] = crypto.createCertificate(chain.get(i).toArray());
            entries[i] = new CertificateEntry(plain[i], null);
        }
        return TlsUtils.isTLSv13(context) ? new Certificate(TlsUtils.EMPTY_BYTES, entries) : new Certificate(plain);
    }

    private SignatureAndHashAlgorithm chooseScheme() throws IOException {
        if (!TlsUtils.isTLSv12(context)) {
            return null;
        }
        Vector<?> offered = context.getSecurityParametersHandshake().getClientSigAlgs();
        for (int scheme : candidates()) {
            SignatureAndHashAlgorithm each = SignatureScheme.getSignatureAndHashAlgorithm(scheme);
            if (offered.contains(each)) {
                return each;
            }
        }
        throw new TlsFatalAlert(AlertDescription.handshake_failure, "no signature scheme in common");
    }

    private List<Integer> candidates() {
        boolean newest = TlsUtils.isTLSv13(context);
        if (key instanceof RSAKeyParameters) {
            return newest ? RSA_SCHEMES_13 : RSA_SCHEMES;
        }
        if (newest && key instanceof ECPrivateKeyParameters curve) {
            // TLS 1.3 binds the hash to the curve of the key.
            return switch (curve.getParameters().getCurve().getFieldSize()) {
                case 256 -> List.of(0x0403);
                case 384 -> List.of(0x0503);
                default -> List.of(0x0603);
            };
        }
        return EC_SCHEMES;
    }
}
