// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.host.Certificates;
import org.rdpclinic.api.host.Files;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.keys.KeyFileKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Looks whether the private key of the listener's certificate is there, and whether the service can read it. */
public final class ListenerKeyFileProbe implements Probe {

    private static final String CRYPTOGRAPHY = "HKLM\\SOFTWARE\\Microsoft\\Cryptography";
    private static final String SHELL_FOLDERS =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders";
    private static final String PROGRAM_DATA = "C:\\ProgramData";
    private static final String MACHINE_KEYS = "\\Microsoft\\Crypto\\RSA\\MachineKeys\\";

    /** Stores in which a pinned certificate is looked for. */
    private static final List<String> STORES = List.of("My", "Remote Desktop");

    @Override
    public ProbeOutcome run(ProbeRequest request) throws HostException {
        ServerFacets server = ServerFacets.of(request);
        Registry registry = server.require(Registry.class);
        Optional<String> pinned = new TerminalServerRegistry(registry).pinnedCertificate();
        Optional<String> path;
        if (pinned.isPresent()) {
            path = pinnedKeyFile(server.require(Certificates.class), pinned.get());
        } else {
            Optional<String> guid = registry.findText(CRYPTOGRAPHY, "MachineGuid");
            if (guid.isEmpty()) {
                return ProbeOutcome.failed("The server's registry has no MachineGuid, by which key files are named.");
            }
            path = Optional.of(registry.findText(SHELL_FOLDERS, "Common AppData").orElse(PROGRAM_DATA) + MACHINE_KEYS
                    + KeyContainer.REMOTE_DESKTOP.fileName(guid.get()));
        }
        if (path.isEmpty()) {
            server.observe(KeyFileKeys.PRESENT, false,
                    TerminalServerRegistry.source(TerminalServerRegistry.LISTENER, "SSLCertificateSHA1Hash"));
            return ProbeOutcome.completed();
        }
        Optional<Files.FileInfo> file = server.require(Files.class).find(path.get());
        server.observe(KeyFileKeys.PRESENT, file.isPresent(), path.get());
        if (file.isPresent()) {
            server.observe(KeyFileKeys.READABLE, ServiceToken.canRead(file.get().entries()), path.get());
        }
        return ProbeOutcome.completed();
    }

    /** The key file of the pinned certificate; empty when there is no such certificate, or it has no private key. */
    private static Optional<String> pinnedKeyFile(Certificates certificates, String thumbprint)
            throws HostException {
        for (String store : STORES) {
            for (Certificates.Stored stored : certificates.list(store)) {
                if (stored.thumbprint().equalsIgnoreCase(thumbprint)) {
                    return stored.keyFile();
                }
            }
        }
        return Optional.empty();
    }
}
