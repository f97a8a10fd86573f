// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.lab.internal.state.RegistryKeys;
import org.rdpclinic.lab.internal.state.RegistrySnapshot;
import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.TlsVersion;

/** Which versions and suites Schannel uses as a server. */
final class Schannel {

    private static final String POLICY_SUITES =
            "HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
    private static final String LOCAL_SUITES =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002";
    /** What Windows decides where nothing is set. */
    private static final Set<TlsVersion> BY_DEFAULT = EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

    private final RegistrySnapshot registry;

    Schannel(RegistrySnapshot registry) {
        this.registry = registry;
    }

    /** The versions that are on. Any number but 0 counts as on; what is off by default is used by nobody here. */
    Set<TlsVersion> versions() {
        Set<TlsVersion> versions = EnumSet.noneOf(TlsVersion.class);
        for (TlsVersion version : TlsVersion.values()) {
            String key = RegistryKeys.SCHANNEL + version + "\\Server";
            Optional<Long> enabled = registry.number(key, "Enabled");
            boolean off = registry.number(key, "DisabledByDefault").orElse(0L) != 0;
            if (!off && enabled.map(value -> value != 0).orElse(BY_DEFAULT.contains(version))) {
                versions.add(version);
            }
        }
        // SSL 3.0 stays out: the TLS library does not speak it, and Windows 11 has lost it.
        versions.remove(TlsVersion.SSL_3_0);
        return versions;
    }

    /** The suites, the best liked first: the policy's list, else the local one, else what Windows 11 has. */
    List<Integer> cipherSuites() {
        return names().map(Schannel::numbers).orElse(CipherSuites.WINDOWS_11);
    }

    private Optional<List<String>> names() {
        Optional<List<String>> policy = registry.text(POLICY_SUITES, "Functions")
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList());
        return policy.or(() -> registry.find(LOCAL_SUITES, "Functions")
                .flatMap(value -> value instanceof RegistryValue.Texts texts ? Optional.of(texts.values())
                        : Optional.empty()));
    }

    private static List<Integer> numbers(List<String> names) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            CipherSuites.findByName(name).ifPresent(numbers::add);
        }
        return numbers;
    }
}
