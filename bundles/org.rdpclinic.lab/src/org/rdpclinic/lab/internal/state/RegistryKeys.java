// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

/** The registry keys that the simulated host goes by. */
public final class RegistryKeys {

    /** Remote Desktop as a whole. */
    public static final String SERVER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    /** The listener. */
    public static final String LISTENER = SERVER + "\\WinStations\\RDP-Tcp";
    /** Remote Desktop by policy, which wins. */
    public static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";
    /** Below it each TLS version has a key. */
    public static final String SCHANNEL =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\";
    /** The machine's GUID, by which key files are named. */
    public static final String CRYPTOGRAPHY = "HKLM\\SOFTWARE\\Microsoft\\Cryptography";
    /** Windows itself. */
    public static final String WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    private RegistryKeys() {
    }
}
