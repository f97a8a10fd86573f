// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.keys.ListenerKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.listener.TerminalServerRegistry.InForce;

/** Reads the listener's settings from the server's registry. */
public final class ListenerSettingsProbe implements Probe {

    /** The protocol managers that Windows ships: the one in user mode, and the one in the kernel of old versions. */
    private static final Set<String> PROTOCOL_MANAGERS =
            Set.of("{5828227c-20cf-4408-b73f-73ab70b8849f}", "{18b726bb-6fe6-4fb9-9276-ed57ce7c7cb2}");

    @Override
    public ProbeOutcome run(ProbeRequest request) throws HostException {
        ServerFacets server = ServerFacets.of(request);
        TerminalServerRegistry settings = new TerminalServerRegistry(server.require(Registry.class));
        observeEnabled(settings, server);
        InForce port = settings.port();
        server.observe(ListenerKeys.PORT, port.value(), port.source());
        server.observe(ListenerKeys.ON_DIALLED_PORT, port.value() == request.target().port(), port.source());
        observeSecurity(settings, server);
        server.observe(ListenerKeys.SCHANNEL_VERSIONS, SchannelVersions.server(settings.registry()),
                SchannelVersions.KEY);
        observeProtocolManager(settings, server);
        Optional<String> edition = settings.registry().findText(TerminalServerRegistry.WINDOWS, "EditionID");
        edition.ifPresent(id -> server.observe(ListenerKeys.EDITION, id,
                TerminalServerRegistry.source(TerminalServerRegistry.WINDOWS, "EditionID")));
        return ProbeOutcome.completed();
    }

    private static void observeEnabled(TerminalServerRegistry settings, ServerFacets server) throws HostException {
        // Without this value nothing listens, whatever WMI says (measured by Microsoft's repair scripts).
        InForce denies = settings.inForce(TerminalServerRegistry.TERMINAL_SERVER, "fDenyTSConnections", 1);
        Registry registry = settings.registry();
        boolean service = registry.findNumber(TerminalServerRegistry.TERMINAL_SERVER, "TSEnabled").orElse(1L) != 0;
        boolean listener = registry.findNumber(TerminalServerRegistry.LISTENER, "fEnableWinStation").orElse(1L) != 0;
        String source = denies.source();
        if (denies.value() == 0 && !service) {
            source = TerminalServerRegistry.source(TerminalServerRegistry.TERMINAL_SERVER, "TSEnabled");
        } else if (denies.value() == 0 && !listener) {
            source = TerminalServerRegistry.source(TerminalServerRegistry.LISTENER, "fEnableWinStation");
        }
        server.observe(ListenerKeys.ENABLED, denies.value() == 0 && service && listener, source);
    }

    private static void observeSecurity(TerminalServerRegistry settings, ServerFacets server) throws HostException {
        InForce layer = settings.inForce(TerminalServerRegistry.LISTENER, "SecurityLayer", 2);
        InForce authentication = settings.inForce(TerminalServerRegistry.LISTENER, "UserAuthentication", 1);
        InForce encryption = settings.inForce(TerminalServerRegistry.LISTENER, "MinEncryptionLevel", 2);
        server.observe(ListenerKeys.SECURITY_LAYER, layer.value(), layer.source());
        server.observe(ListenerKeys.USER_AUTHENTICATION, authentication.value(), authentication.source());
        server.observe(ListenerKeys.MIN_ENCRYPTION_LEVEL, encryption.value(), encryption.source());
        boolean layerFits = within(layer, 0, 2);
        boolean authenticationFits = within(authentication, 0, 1);
        boolean encryptionFits = within(encryption, 1, 4);
        InForce shown = !layerFits ? layer : !authenticationFits ? authentication : encryption;
        server.observe(ListenerKeys.SETTINGS_IN_RANGE, layerFits && authenticationFits && encryptionFits,
                shown.source());
    }

    private static boolean within(InForce setting, long least, long most) {
        return setting.value() >= least && setting.value() <= most;
    }

    private static void observeProtocolManager(TerminalServerRegistry settings, ServerFacets server)
            throws HostException {
        String name = "LoadableProtocol_Object";
        settings.registry().findText(TerminalServerRegistry.LISTENER, name)
                .ifPresent(id -> server.observe(ListenerKeys.PROTOCOL_OBJECT_INTACT,
                        PROTOCOL_MANAGERS.stream().anyMatch(id.strip()::equalsIgnoreCase),
                        TerminalServerRegistry.source(TerminalServerRegistry.LISTENER, name)));
    }
}
