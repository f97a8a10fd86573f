// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.probe.ProbeRequest;

/** The server host of a case, and what is observed in it. */
final class ServerFacets {

    private final ProbeRequest request;
    private final Host host;

    private ServerFacets(ProbeRequest request, Host host) {
        this.request = request;
        this.host = host;
    }

    /** The server host. */
    static ServerFacets of(ProbeRequest request) throws HostException {
        return new ServerFacets(request,
                request.serverHost().orElseThrow(() -> new HostException(HostException.Kind.BAD_SPEC,
                        "The case cannot look into the server.", "Name the server's host.")));
    }

    /** A facet that the probe needs. */
    <F extends Facet> F require(Class<F> facet) throws HostException {
        return switch (host.facet(facet)) {
            case Access.Available<F> available -> available.facet();
            case Access.Unavailable<F> unavailable -> throw new HostException(HostException.Kind.UNREADABLE,
                    unavailable.reason(), unavailable.advice());
        };
    }

    /** Observes something about the server. */
    <V> void observe(ObservationKey<V> key, V value, String source) {
        request.observe(new Observation(key, value, Subject.SERVER, source, request.network().clock().instant(), ""));
    }
}
