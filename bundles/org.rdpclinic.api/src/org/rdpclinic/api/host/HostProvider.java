// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

/** Opens hosts of one scheme; contributed by the extension point {@code org.rdpclinic.engine.hosts}. */
public interface HostProvider {

    /**
     * Opens a host.
     *
     * @param spec the whole spec, the scheme included
     * @return the host; the caller closes it
     * @throws HostException with a sentence when the spec is wrong or the host cannot be reached
     */
    Host open(String spec) throws HostException;
}
