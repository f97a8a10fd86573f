// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NamedGroupRole;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;

/** A client that offers what it is told, refuses nothing that it can do, and remembers what it saw. */
public final class ProbingClient extends AbstractTlsClient {

    /** Primes above are refused: a hostile server could make each of our steps as dear as it likes. */
    private static final int MAX_PRIME_BITS = 8192;
    private static final int MAX_CHAIN = 32;

    private final LenientCrypto crypto;
    private final TlsOffer offer;
    private TlsVersion version;
    private Integer cipherSuite;
    private TlsAlert received;
    private TlsAlert raised;

    /**
     * A client for one handshake.
     *
     * @param offer what to offer
     * @throws IllegalArgumentException if none of the suites is known to this side
     */
    public ProbingClient(TlsOffer offer) {
        this(offer, new LenientCrypto());
    }

    private ProbingClient(TlsOffer offer, LenientCrypto crypto) {
        super(crypto);
        this.offer = offer;
        this.crypto = crypto;
        if (getSupportedCipherSuites().length == 0) {
            throw new IllegalArgumentException("this side can do none of the suites offered");
        }
    }

    /** {@return the version that the server chose} */
    public Optional<TlsVersion> version() {
        return Optional.ofNullable(version);
    }

    /** {@return the suite that the server chose} */
    public Optional<Integer> cipherSuite() {
        return Optional.ofNullable(cipherSuite);
    }

    /** {@return the certificates that came} */
    public CertificateChain chain() {
        return crypto.seen();
    }

    /** {@return the last alert of the server} */
    public Optional<TlsAlert> received() {
        return Optional.ofNullable(received);
    }

    /** {@return the last alert of our own} */
    public Optional<TlsAlert> raised() {
        return Optional.ofNullable(raised);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return Versions.newestFirst(offer.versions());
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(crypto,
                offer.cipherSuites().stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Vector<Integer> getSupportedGroups(@SuppressWarnings("rawtypes") Vector roles) {
        return roles.contains(NamedGroupRole.ecdh) ? new Vector<>(WindowsHabits.GROUPS) : new Vector<>();
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithms() {
        return new Vector<>(WindowsHabits.SIGNATURE_SCHEMES.stream()
                .map(SignatureScheme::getSignatureAndHashAlgorithm).toList());
    }

    @Override
    protected Vector<?> getSNIServerNames() {
        return offer.serverName().map(name -> new Vector<>(List.of(
                new ServerName(NameType.host_name, name.getBytes(StandardCharsets.US_ASCII))))).orElse(null);
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return group -> group.getP().bitLength() <= MAX_PRIME_BITS;
    }

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return MAX_CHAIN;
    }

    @Override
    public void notifySecureRenegotiation(boolean secure) {
        // Servers without RFC 5746 are to be read, too.
    }

    @Override
    public void notifyServerVersion(ProtocolVersion selected) {
        version = Versions.find(selected).orElse(null);
    }

    @Override
    public void notifySelectedCipherSuite(int selected) {
        super.notifySelectedCipherSuite(selected);
        cipherSuite = selected;
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        received = new TlsAlert(level, description);
    }

    @Override
    public void notifyAlertRaised(short level, short description, String message, Throwable cause) {
        if (description != AlertDescription.close_notify) {
            raised = new TlsAlert(level, description);
        }
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {

            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {
                // Read, not judged: the crypto has kept it.
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }
}
