// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.Locale;
import java.util.Optional;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.keys.ServiceKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Looks whether the service that listens runs. */
public final class ListenerServicesProbe implements Probe {

    private static final String TERM_SERVICE = "TermService";

    @Override
    public ProbeOutcome run(ProbeRequest request) throws HostException {
        ServerFacets server = ServerFacets.of(request);
        Optional<Services.Service> found = server.require(Services.class).find(TERM_SERVICE);
        if (found.isEmpty()) {
            return ProbeOutcome.failed("The server has no service " + TERM_SERVICE + ".");
        }
        String source = "service " + TERM_SERVICE;
        server.observe(ServiceKeys.TERM_SERVICE, id(found.get().state()), source);
        server.observe(ServiceKeys.TERM_SERVICE_START, id(found.get().startType()), source);
        return ProbeOutcome.completed();
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
