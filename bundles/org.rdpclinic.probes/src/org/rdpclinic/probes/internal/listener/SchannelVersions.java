// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.ArrayList;
import java.util.List;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;

/** Which TLS versions Schannel takes for incoming connections. Only the keys named Server govern them. */
final class SchannelVersions {

    /** The key with one subkey for each version. */
    static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols";

    /** Windows Server 2022, the first build with TLS 1.3. */
    private static final long FIRST_WITH_1_3 = 20348;
    /** Windows 11 24H2 and Windows Server 2025, the first build without TLS 1.0 and 1.1 by default. */
    private static final long FIRST_WITHOUT_1_1 = 26100;

    private SchannelVersions() {
    }

    static List<String> server(Registry registry) throws HostException {
        long build = build(registry);
        List<String> versions = new ArrayList<>();
        for (String version : List.of("TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3")) {
            if (isOn(registry, version, isOnByDefault(version, build))) {
                versions.add(version);
            }
        }
        return versions;
    }

    private static boolean isOnByDefault(String version, long build) {
        return switch (version) {
            case "TLS 1.2" -> true;
            case "TLS 1.3" -> build >= FIRST_WITH_1_3;
            default -> build < FIRST_WITHOUT_1_1;
        };
    }

    private static boolean isOn(Registry registry, String version, boolean otherwise) throws HostException {
        String key = KEY + "\\" + version + "\\Server";
        boolean enabled = registry.findNumber(key, "Enabled").map(value -> value != 0).orElse(otherwise);
        // The service takes what is on by default, so that this value counts as much as the other.
        boolean outOfDefaults = registry.findNumber(key, "DisabledByDefault").map(value -> value != 0).orElse(false);
        return enabled && !outOfDefaults;
    }

    private static long build(Registry registry) throws HostException {
        String text = registry.findText(TerminalServerRegistry.WINDOWS, "CurrentBuildNumber").orElse("");
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : FIRST_WITHOUT_1_1;
    }
}
