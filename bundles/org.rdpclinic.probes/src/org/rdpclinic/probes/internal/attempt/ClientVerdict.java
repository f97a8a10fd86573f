// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.Locale;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.rdp.x224.FailureCode;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.SecurityProtocol;

/** What a client does with the server's answer to its request (MS-RDPBCGR 2.2.1.2). */
enum ClientVerdict {

    /** It goes on with what the server chose. */
    GOES_ON,
    /** It goes on without TLS. */
    FALLS_BACK,
    /** It gives up. */
    REFUSES;

    /** The value of {@code negotiation.client-verdict}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What the client does.
     *
     * @param requested the protocol bits of the request
     * @return empty when the answer is none to the request
     */
    static Optional<ClientVerdict> of(ClientProfile client, long requested, NegotiationAnswer answer) {
        return switch (answer) {
            case NegotiationAnswer.Selected selected -> Optional.of(selected.protocol() == 0
                    ? withoutTls(client, requested) : withTls(client, requested, selected));
            case NegotiationAnswer.ConfirmWithoutNegotiation old -> Optional.of(withoutTls(client, requested));
            case NegotiationAnswer.Failure failure -> Optional.of(failure(client, requested, failure));
            case NegotiationAnswer.DisconnectUltimatum goodbye -> Optional.empty();
            case NegotiationAnswer.NotRdp other -> Optional.empty();
        };
    }

    private static ClientVerdict withoutTls(ClientProfile client, long requested) {
        // Standard RDP Security proves no server.
        if (client.refusesUnprovenServer()) {
            return REFUSES;
        }
        if (requested == 0) {
            return GOES_ON;
        }
        return client.fallsBackToRdpSecurity() ? FALLS_BACK : REFUSES;
    }

    private static ClientVerdict withTls(ClientProfile client, long requested, NegotiationAnswer.Selected selected) {
        boolean asked = selected.findProtocol().map(SecurityProtocol::bit).filter(bit -> (requested & bit) != 0)
                .isPresent();
        return asked && !client.tlsVersions().isEmpty() ? GOES_ON : REFUSES;
    }

    private static ClientVerdict failure(ClientProfile client, long requested, NegotiationAnswer.Failure failure) {
        boolean withoutTls = requested != 0
                && failure.findCode().filter(FailureCode.SSL_NOT_ALLOWED_BY_SERVER::equals).isPresent();
        return withoutTls && withoutTls(client, requested) == FALLS_BACK ? FALLS_BACK : REFUSES;
    }
}
