// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.Optional;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.host.RegistryValue;

/**
 * Where Windows keeps what governs Remote Desktop. A value that a policy sets wins over the listener's own.
 *
 * @param registry the server's registry
 */
record TerminalServerRegistry(Registry registry) {

    /** The key of Remote Desktop Services. */
    static final String TERMINAL_SERVER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    /** The key of the listener. */
    static final String LISTENER = TERMINAL_SERVER + "\\WinStations\\RDP-Tcp";
    /** The key of group policy. */
    static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";
    /** The key of Windows itself. */
    static final String WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    private static final String PORT = "PortNumber";
    private static final long DEFAULT_PORT = 3389;

    /** A number in force, with where it stands. */
    record InForce(long value, String source) {
    }

    /** The port of the listener. */
    InForce port() throws HostException {
        return new InForce(registry.findNumber(LISTENER, PORT).orElse(DEFAULT_PORT), source(LISTENER, PORT));
    }

    /** The number that policy sets, else the one below a key of the system's; empty when both are absent. */
    Optional<InForce> find(String key, String name) throws HostException {
        Optional<Long> policy = registry.findNumber(POLICY, name);
        if (policy.isPresent()) {
            return Optional.of(new InForce(policy.get(), source(POLICY, name)));
        }
        return registry.findNumber(key, name).map(value -> new InForce(value, source(key, name)));
    }

    /** The same, with what Windows takes when both are absent. */
    InForce inForce(String key, String name, long otherwise) throws HostException {
        return find(key, name).orElse(new InForce(otherwise, source(key, name)));
    }

    /** The thumbprint of the certificate that is pinned to the listener, in lower-case hexadecimal. */
    Optional<String> pinnedCertificate() throws HostException {
        return registry.find(LISTENER, "SSLCertificateSHA1Hash")
                .flatMap(value -> value instanceof RegistryValue.Binary binary ? Optional.of(binary.hex())
                        : Optional.empty())
                .filter(hex -> !hex.isEmpty());
    }

    /** How a value is named as a source. */
    static String source(String key, String name) {
        return key + ", " + name;
    }
}
