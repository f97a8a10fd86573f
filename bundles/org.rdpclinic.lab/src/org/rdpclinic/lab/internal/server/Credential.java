// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Comparator;
import java.util.Optional;

import org.rdpclinic.api.host.Certificates.Stored;
import org.rdpclinic.api.host.Files.FileInfo;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.lab.internal.state.CertificateFolder;
import org.rdpclinic.lab.internal.state.EffectiveAccess;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.RegistryKeys;

/**
 * The listener's certificate with its private key, as the service can use it.
 *
 * @param certificate the certificate, of whatever age and strength
 * @param key         its private key
 */
record Credential(X509Certificate certificate, PrivateKey key) {

    /** The credential; empty when there is no certificate, or its key is missing or closed to the service. */
    static Optional<Credential> find(HostState state) throws HostException {
        Optional<Stored> stored = certificate(state);
        if (stored.isEmpty() || stored.get().keyFile().isEmpty() || disabled(state, "KeyIso")
                || disabled(state, "CryptSvc")) {
            return Optional.empty();
        }
        String path = stored.get().keyFile().get();
        Optional<FileInfo> file = state.files().find(path);
        if (file.isEmpty() || !EffectiveAccess.mayRead(file.get().entries())) {
            return Optional.empty();
        }
        X509Certificate certificate = stored.get().certificate();
        return state.files().read(path).flatMap(bytes -> key(certificate, bytes))
                .map(key -> new Credential(certificate, key));
    }

    /** The pinned certificate, or the newest of the listener's own. */
    private static Optional<Stored> certificate(HostState state) throws HostException {
        CertificateFolder stores = state.certificates();
        Optional<RegistryValue> pin = state.registry().find(RegistryKeys.LISTENER, "SSLCertificateSHA1Hash");
        if (pin.isPresent() && pin.get() instanceof RegistryValue.Binary thumbprint) {
            for (String store : new String[] {CertificateFolder.MY, CertificateFolder.REMOTE_DESKTOP}) {
                for (Stored each : stores.list(store)) {
                    if (each.thumbprint().equals(thumbprint.hex())) {
                        return Optional.of(each);
                    }
                }
            }
            return Optional.empty();
        }
        return stores.list(CertificateFolder.REMOTE_DESKTOP).stream()
                .max(Comparator.comparing(each -> each.certificate().getNotBefore()));
    }

    private static boolean disabled(HostState state, String service) {
        return Optional.ofNullable(state.services().get(service))
                .filter(each -> each.startType() == Services.StartType.DISABLED).isPresent();
    }

    private static Optional<PrivateKey> key(X509Certificate certificate, byte[] bytes) {
        try {
            return Optional.of(KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        // The key must never reach a log.
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
