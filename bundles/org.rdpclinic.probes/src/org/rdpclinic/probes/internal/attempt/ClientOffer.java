// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.net.IDN;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Target;
import org.rdpclinic.probes.internal.network.LiteralAddress;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;

/** What is offered in a ClientHello. */
final class ClientOffer {

    private ClientOffer() {
    }

    /** What the client offers: its versions with the suites of Windows. It has at least one version. */
    static TlsOffer of(ClientProfile client, Target target) {
        Set<TlsVersion> versions = Arrays.stream(TlsVersion.values())
                .filter(version -> client.tlsVersions().contains(version.toString()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TlsVersion.class)));
        TlsOffer offer = TlsOffer.mstsc();
        return named(versions.isEmpty() ? offer : offer.withVersions(versions), target);
    }

    /** The same with the name dialled in it (RFC 6066 section 3): never an address, nor a name that no DNS can hold. */
    static TlsOffer named(TlsOffer offer, Target target) {
        String host = target.host();
        if (LiteralAddress.kindOf(host) != LiteralAddress.Kind.NAME) {
            return offer;
        }
        try {
            String ascii = IDN.toASCII(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
            return ascii.isEmpty() ? offer : offer.withServerName(ascii);
        } catch (IllegalArgumentException e) {
            return offer;
        }
    }
}
