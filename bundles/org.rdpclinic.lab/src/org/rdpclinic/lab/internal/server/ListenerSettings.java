// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.host.Services;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.RegistryKeys;

/** The settings of the listener RDP-Tcp in force: policy before local, defaults where there is neither. */
final class ListenerSettings {

    /** LoadableProtocol_Object as Windows ships it, in user mode and in the kernel of old versions. */
    private static final Set<String> PROTOCOL_OBJECTS =
            Set.of("{5828227c-20cf-4408-b73f-73ab70b8849f}", "{18b726bb-6fe6-4fb9-9276-ed57ce7c7cb2}");
    private static final long NO_LIMIT = 999_999;

    private final HostState state;

    ListenerSettings(HostState state) {
        this.state = state;
    }

    /** Whether Remote Desktop is switched on; without any fDenyTSConnections the port closes, too. */
    boolean switchedOn() {
        boolean denied = effective("fDenyTSConnections", RegistryKeys.SERVER).orElse(1L) != 0;
        boolean component = state.registry().number(RegistryKeys.SERVER, "TSEnabled").orElse(1L) != 0;
        boolean listener = state.registry().number(RegistryKeys.LISTENER, "fEnableWinStation").orElse(1L) != 0;
        boolean home = state.registry().text(RegistryKeys.WINDOWS, "EditionID").orElse("").startsWith("Core");
        return !denied && component && listener && !home;
    }

    /** The service behind the listener; a disabled one counts as stopped, as after the next start of the machine. */
    Services.State service() {
        return Optional.ofNullable(state.services().get("TermService"))
                .filter(service -> service.startType() != Services.StartType.DISABLED)
                .map(Services.Service::state).orElse(Services.State.STOPPED);
    }

    int port() {
        return Math.toIntExact(state.registry().number(RegistryKeys.LISTENER, "PortNumber")
                .filter(number -> number > 0 && number < 65536).orElse(3389L));
    }

    boolean protocolObjectIntact() {
        return state.registry().text(RegistryKeys.LISTENER, "LoadableProtocol_Object")
                .map(id -> id.toLowerCase(Locale.ROOT)).filter(PROTOCOL_OBJECTS::contains).isPresent();
    }

    long securityLayer() {
        return effective("SecurityLayer", RegistryKeys.LISTENER).orElse(2L);
    }

    long userAuthentication() {
        return effective("UserAuthentication", RegistryKeys.LISTENER).orElse(1L);
    }

    /** Whether all three settings have values that exist: Windows does not clamp them and agrees with nobody then. */
    boolean inRange() {
        long encryption = effective("MinEncryptionLevel", RegistryKeys.LISTENER).orElse(2L);
        return securityLayer() <= 2 && userAuthentication() <= 1 && encryption >= 1 && encryption <= 4;
    }

    /** Whether one more connection is too many. */
    boolean full(long inUse) {
        long most = effective("MaxInstanceCount", RegistryKeys.LISTENER).orElse(NO_LIMIT);
        return most < NO_LIMIT && inUse >= most;
    }

    boolean offersRestrictedAdmin() {
        return state.registry().number("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa", "DisableRestrictedAdmin")
                .orElse(1L) == 0;
    }

    private Optional<Long> effective(String name, String local) {
        return state.registry().number(RegistryKeys.POLICY, name).or(() -> state.registry().number(local, name));
    }
}
