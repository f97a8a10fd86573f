// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;

import org.rdpclinic.api.host.HostException;

/** The files of one simulated host. Nothing is kept in memory: each call reads what the folder holds then. */
public final class HostFolder {

    private final Path folder;
    private final RegistryFile registry;
    private final EventFolder events;

    /** Over a folder. */
    public HostFolder(Path folder) {
        this.folder = folder;
        this.registry = new RegistryFile(folder.resolve("registry.json"));
        this.events = new EventFolder(folder.resolve("events"));
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** The registry. */
    public RegistryFile registry() {
        return registry;
    }

    /** The services. */
    public ServicesFile services() {
        return new ServicesFile(folder.resolve("services.json"), registry);
    }

    /** The certificate stores. */
    public CertificateFolder certificates() {
        return new CertificateFolder(folder.resolve("certificates"), registry);
    }

    /** The event logs. */
    public EventFolder events() {
        return events;
    }

    /** The sessions. */
    public SessionsFile sessions() {
        return new SessionsFile(folder.resolve("sessions.json"));
    }

    /** The files. */
    public FilesFolder files() {
        return new FilesFolder(folder);
    }

    /** The firewall. */
    public FirewallFile firewall() {
        return new FirewallFile(folder.resolve("firewall.json"));
    }

    /** The other programs that listen. */
    public ListenersFile listeners() {
        return new ListenersFile(folder.resolve("listeners.json"));
    }

    /** The host as it is now. */
    public HostState read() throws HostException {
        RegistrySnapshot values = registry.read();
        return new HostState(values, services().read(values), certificates(), files(), sessions().read(),
                firewall().state(), listeners().read());
    }
}
