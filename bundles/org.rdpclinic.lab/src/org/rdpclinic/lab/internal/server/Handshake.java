// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.security.cert.CertificateEncodingException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsServing;
import org.rdpclinic.rdp.tls.TlsVersion;

/** What the listener does with a ClientHello. */
sealed interface Handshake {

    /** It breaks off: it has no credential at all. */
    record Reset(Reason reason) implements Handshake {
    }

    /** It says by an alert that nothing is in common. */
    record Alerted(TlsAlert alert, Optional<TlsVersion> version) implements Handshake {
    }

    /** It goes on. */
    record Served(TlsServing serving) implements Handshake {
    }

    /** Why there is no credential. */
    enum Reason {
        /** The certificate or its key cannot be had. */
        KEY,
        /** No version of TLS is left. */
        VERSIONS
    }

    /** What becomes of a client that offers these versions and suites. */
    static Handshake of(HostState state, Set<TlsVersion> offered, List<Integer> offeredSuites) throws HostException {
        Optional<Credential> credential = Credential.find(state);
        if (credential.isEmpty()) {
            return new Reset(Reason.KEY);
        }
        Schannel schannel = new Schannel(state.registry());
        Set<TlsVersion> versions = schannel.versions();
        if (versions.isEmpty()) {
            return new Reset(Reason.VERSIONS);
        }
        Optional<TlsVersion> version = versions.stream().filter(offered::contains).max(Comparator.naturalOrder());
        if (version.isEmpty()) {
            return new Alerted(TlsAlert.PROTOCOL_VERSION, Optional.empty());
        }
        boolean elliptic = credential.get().key().getAlgorithm().equals("EC");
        List<Integer> suites = schannel.cipherSuites();
        if (suites.stream().noneMatch(suite -> offeredSuites.contains(suite) && fits(suite, version.get(), elliptic))) {
            return new Alerted(TlsAlert.HANDSHAKE_FAILURE, version);
        }
        try {
            return new Served(TlsServing.of(credential.get().key(), credential.get().certificate())
                    .withVersions(versions).withCipherSuites(suites));
        } catch (CertificateEncodingException e) {
            return new Reset(Reason.KEY);
        }
    }

    private static boolean fits(int suite, TlsVersion version, boolean elliptic) {
        if (CipherSuites.isTls13(suite) || version == TlsVersion.TLS_1_3) {
            return CipherSuites.isTls13(suite) && version == TlsVersion.TLS_1_3;
        }
        String name = CipherSuites.name(suite);
        boolean newer = name.contains("_GCM_") || name.endsWith("_SHA256") || name.endsWith("_SHA384");
        return name.contains("_ECDSA_") == elliptic && (version == TlsVersion.TLS_1_2 || !newer);
    }
}
