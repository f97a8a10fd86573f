// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.keys.FirewallKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Looks whether the server's own firewall lets the listener's port in. */
public final class FirewallProbe implements Probe {

    private static final String SOURCE = "Windows Firewall, profile in force";

    @Override
    public ProbeOutcome run(ProbeRequest request) throws HostException {
        ServerFacets server = ServerFacets.of(request);
        long port = new TerminalServerRegistry(server.require(Registry.class)).port().value();
        Firewall.State state = server.require(Firewall.class).state();
        server.observe(FirewallKeys.ALLOWS_LISTENER, state.allows((int) port), SOURCE);
        server.observe(FirewallKeys.STEALTH, state.on() && state.stealth(), SOURCE);
        return ProbeOutcome.completed();
    }
}
