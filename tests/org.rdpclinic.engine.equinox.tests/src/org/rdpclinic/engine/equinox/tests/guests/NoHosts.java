// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests.guests;

import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.HostProvider;

/** Opens nothing. */
public final class NoHosts implements HostProvider {

    @Override
    public Host open(String spec) throws HostException {
        throw new HostException(HostException.Kind.UNREACHABLE, "Nobody is at home.", "Come back later.");
    }
}
