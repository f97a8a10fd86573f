// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.util.List;
import java.util.Map;

import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.Services;

/**
 * A host as it was at one moment, for the decision on one connection.
 *
 * @param registry     the registry
 * @param services     the services by name
 * @param certificates the stores, read when they are asked
 * @param files        the files, read when they are asked
 * @param sessions     the sessions
 * @param firewall     the firewall
 * @param listeners    other programs that listen
 */
public record HostState(RegistrySnapshot registry, Map<String, Services.Service> services,
        CertificateFolder certificates, FilesFolder files, SessionsFile.Content sessions, Firewall.State firewall,
        List<ListenersFile.Listener> listeners) {
}
