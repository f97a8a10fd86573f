// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.FailureCode;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.ResponseFlag;
import org.rdpclinic.rdp.x224.SecurityProtocol;

/** What the listener says to a connection request (MS-RDPBCGR 2.2.1.2). */
sealed interface Negotiation {

    /** It closes without an answer. */
    record Closed(Reason reason) implements Negotiation {
    }

    /** It refuses by a code, and closes. */
    record Refused(NegotiationAnswer.Failure answer) implements Negotiation {
    }

    /** It goes on, with TLS or without. */
    record Agreed(NegotiationAnswer answer, boolean tls) implements Negotiation {
    }

    /** Why it closes. */
    enum Reason {
        /** The protocol's object cannot be loaded. */
        PROTOCOL_OBJECT,
        /** A setting has a value that does not exist. */
        SETTINGS,
        /** There are as many connections as there may be. */
        LIMIT
    }

    /** The answer of this state, with so many connections in use. */
    static Negotiation of(HostState state, long inUse, ConnectionRequest request) {
        ListenerSettings settings = new ListenerSettings(state);
        if (!settings.protocolObjectIntact()) {
            return new Closed(Reason.PROTOCOL_OBJECT);
        }
        if (!settings.inRange()) {
            return new Closed(Reason.SETTINGS);
        }
        if (settings.full(inUse)) {
            return new Closed(Reason.LIMIT);
        }
        int asked = request.protocols();
        if (settings.securityLayer() == 0) {
            return asked == 0 ? plain(request, settings) : refused(FailureCode.SSL_NOT_ALLOWED_BY_SERVER);
        }
        for (SecurityProtocol each : new SecurityProtocol[] {SecurityProtocol.HYBRID_EX, SecurityProtocol.HYBRID}) {
            if ((asked & each.bit()) != 0) {
                return new Agreed(new NegotiationAnswer.Selected(each.bit(), flags(settings)), true);
            }
        }
        if (settings.userAuthentication() == 1) {
            return refused(FailureCode.HYBRID_REQUIRED_BY_SERVER);
        }
        if ((asked & SecurityProtocol.SSL.bit()) != 0) {
            return new Agreed(new NegotiationAnswer.Selected(SecurityProtocol.SSL.bit(), flags(settings)), true);
        }
        return settings.securityLayer() == 1 && asked == 0 ? plain(request, settings)
                : refused(FailureCode.SSL_REQUIRED_BY_SERVER);
    }

    private static Negotiation refused(FailureCode code) {
        return new Refused(new NegotiationAnswer.Failure(code));
    }

    private static Negotiation plain(ConnectionRequest request, ListenerSettings settings) {
        return new Agreed(request.negotiation().isPresent() ? new NegotiationAnswer.Selected(0, flags(settings))
                : new NegotiationAnswer.ConfirmWithoutNegotiation(), false);
    }

    private static int flags(ListenerSettings settings) {
        int flags = ResponseFlag.EXTENDED_CLIENT_DATA_SUPPORTED.bit() | ResponseFlag.DYNVC_GFX_PROTOCOL_SUPPORTED.bit()
                | ResponseFlag.NEGRSP_FLAG_RESERVED.bit();
        return settings.offersRestrictedAdmin() ? flags | ResponseFlag.RESTRICTED_ADMIN_MODE_SUPPORTED.bit()
                | ResponseFlag.REDIRECTED_AUTHENTICATION_MODE_SUPPORTED.bit() : flags;
    }
}
