// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.util.Optional;

import org.rdpclinic.api.host.Services;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.ListenersFile.Listener;

/** What a port of the host does with a SYN. */
sealed interface Port {

    /** Remote Desktop listens. */
    record RemoteDesktop() implements Port {
    }

    /** The port accepts, and nobody reads. */
    record Deaf() implements Port {
    }

    /** Another program listens. */
    record Other(Listener listener) implements Port {
    }

    /** Nothing listens: a reset comes back. */
    record Nothing() implements Port {
    }

    /** The firewall lets nothing through, or swallows the reset. */
    record Silence() implements Port {
    }

    /** What the host's port does in this state. */
    static Port of(HostState state, int port) {
        boolean on = state.firewall().on();
        Optional<Port> listener = listener(state, port);
        if (listener.isEmpty()) {
            return on && state.firewall().stealth() ? new Silence() : new Nothing();
        }
        return state.firewall().allows(port) ? listener.get() : new Silence();
    }

    private static Optional<Port> listener(HostState state, int port) {
        for (Listener each : state.listeners()) {
            if (each.port() == port) {
                return Optional.of(new Other(each));
            }
        }
        ListenerSettings settings = new ListenerSettings(state);
        if (settings.port() != port || !settings.switchedOn() || settings.service() == Services.State.STOPPED) {
            return Optional.empty();
        }
        return Optional.of(settings.service() == Services.State.RUNNING ? new RemoteDesktop() : new Deaf());
    }
}
