// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.host.Sessions;
import org.rdpclinic.api.keys.SessionKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.listener.TerminalServerRegistry.InForce;

/** Counts the sessions, and reads how many there may be. */
public final class SessionsProbe implements Probe {

    private static final long UNLIMITED = 0xFFFF_FFFFL;
    /** How a policy writes that there is no limit. */
    private static final long UNLIMITED_BY_POLICY = 999_999;
    private static final String SOURCE = "sessions";
    private static final String LIMIT = "MaxInstanceCount";

    @Override
    public ProbeOutcome run(ProbeRequest request) throws HostException {
        ServerFacets server = ServerFacets.of(request);
        InForce limit = new TerminalServerRegistry(server.require(Registry.class))
                .inForce(TerminalServerRegistry.LISTENER, LIMIT, UNLIMITED);
        long most = limit.value() >= UNLIMITED_BY_POLICY ? UNLIMITED : limit.value();
        server.observe(SessionKeys.LIMIT, most, limit.source());
        // A session keeps its place while nobody is connected to it.
        long count = server.require(Sessions.class).list().size();
        server.observe(SessionKeys.COUNT, count, SOURCE);
        server.observe(SessionKeys.LIMIT_REACHED, count >= most, SOURCE);
        return ProbeOutcome.completed();
    }
}
