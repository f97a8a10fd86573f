// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.tls.ProtocolVersion;
import org.rdpclinic.rdp.tls.TlsVersion;

/** Versions as BouncyCastle has them. */
final class Versions {

    private Versions() {
    }

    static ProtocolVersion[] newestFirst(Set<TlsVersion> versions) {
        return versions.stream().sorted(Comparator.reverseOrder())
                .map(each -> ProtocolVersion.get(each.code() >> 8, each.code() & 0xFF))
                .toArray(ProtocolVersion[]::new);
    }

    static Optional<TlsVersion> find(ProtocolVersion version) {
        return version == null ? Optional.empty() : TlsVersion.find(version.getFullVersion());
    }
}
