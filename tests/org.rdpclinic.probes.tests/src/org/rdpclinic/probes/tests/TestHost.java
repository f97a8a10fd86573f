// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Certificates;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Files;
import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.host.Sessions;

/** A server host in memory: a default Windows 11 with Remote Desktop on, of which single values are changed. */
public final class TestHost implements Host {

    /** The key of Remote Desktop Services. */
    public static final String TERMINAL_SERVER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    /** The key of the listener. */
    public static final String LISTENER = TERMINAL_SERVER + "\\WinStations\\RDP-Tcp";
    /** The key of group policy. */
    public static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";
    /** The path of the listener's own key file. */
    public static final String KEY_FILE = "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\"
            + "f686aace6942fb7f7ceb231212eef4a4_6f0e2b52-0000-4000-8000-000000000001";

    private final Map<String, RegistryValue> registry = new HashMap<>();
    private final Map<String, Files.FileInfo> files = new HashMap<>();
    private final Map<String, List<Certificates.Stored>> stores = new HashMap<>();
    private final List<Sessions.Session> sessions = new ArrayList<>();
    private Optional<Services.Service> service = Optional.of(new Services.Service("TermService",
            Services.State.RUNNING, Services.StartType.MANUAL, "NT Authority\\NetworkService"));
    private Firewall.State firewall =
            new Firewall.State(true, true, List.of(new Firewall.Rule("Remote Desktop", true, List.of(3389))));

    /** A default Windows 11. */
    public TestHost() {
        number(TERMINAL_SERVER, "fDenyTSConnections", 0);
        number(LISTENER, "PortNumber", 3389);
        text(LISTENER, "LoadableProtocol_Object", "{5828227c-20cf-4408-b73f-73ab70b8849f}");
        text("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "EditionID", "Professional");
        text("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "CurrentBuildNumber", "26100");
        text("HKLM\\SOFTWARE\\Microsoft\\Cryptography", "MachineGuid", "6f0e2b52-0000-4000-8000-000000000001");
        file(KEY_FILE, new Files.AccessEntry("S-1-5-18", true, 0x1F01FF),
                new Files.AccessEntry("S-1-5-20", true, 0x120089));
    }

    /** A number in the registry. */
    public TestHost number(String key, String name, long value) {
        return value(key, name, new RegistryValue.Number(value));
    }

    /** A text in the registry. */
    public TestHost text(String key, String name, String value) {
        return value(key, name, new RegistryValue.Text(value));
    }

    /** A value in the registry. */
    public TestHost value(String key, String name, RegistryValue value) {
        registry.put(plain(key + "\\" + name), value);
        return this;
    }

    /** Takes a value out of the registry. */
    public TestHost without(String key, String name) {
        registry.remove(plain(key + "\\" + name));
        return this;
    }

    /** A file and its DACL. */
    public TestHost file(String path, Files.AccessEntry... entries) {
        files.put(plain(path), new Files.FileInfo(path, 2000, "S-1-5-18", List.of(entries)));
        return this;
    }

    /** Takes a file away. */
    public TestHost withoutFile(String path) {
        files.remove(plain(path));
        return this;
    }

    /** A certificate in a store. */
    public TestHost certificate(String store, Certificates.Stored stored) {
        stores.computeIfAbsent(store, s -> new ArrayList<>()).add(stored);
        return this;
    }

    /** One more session. */
    public TestHost session(String user, Sessions.State state) {
        sessions.add(new Sessions.Session(sessions.size() + 1, user, state, ""));
        return this;
    }

    /** Another state of TermService, or none. */
    public TestHost service(Optional<Services.Service> other) {
        service = other;
        return this;
    }

    /** Another firewall. */
    public TestHost firewall(Firewall.State other) {
        firewall = other;
        return this;
    }

    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    @Override
    public String spec() {
        return "test:host";
    }

    @Override
    public <F extends Facet> Access<F> facet(Class<F> wanted) {
        List<Facet> facets = List.of(new TestRegistry(), (Files) path -> Optional.ofNullable(files.get(plain(path))),
                (Certificates) store -> stores.getOrDefault(store, List.of()), (Sessions) () -> sessions,
                (Services) name -> service.filter(each -> each.name().equalsIgnoreCase(name)),
                (Firewall) () -> firewall);
        return facets.stream().filter(wanted::isInstance).map(wanted::cast).findFirst()
                .<Access<F>>map(Access.Available::new)
                .orElseGet(() -> new Access.Unavailable<>("The tests have no such facet.", "Give them one."));
    }

    private final class TestRegistry implements Registry {
        @Override
        public Optional<RegistryValue> find(String key, String name) {
            return Optional.ofNullable(registry.get(plain(key + "\\" + name)));
        }

        @Override
        public List<String> subkeys(String key) {
            return List.of();
        }
    }
}
