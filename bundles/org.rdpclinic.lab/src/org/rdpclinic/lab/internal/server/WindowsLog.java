// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.host.EventRecord;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.EventFolder;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.x224.NegotiationAnswer.Failure;

/** Writes the events that Windows writes about one connection. */
final class WindowsLog {

    private static final String CORE = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS";
    private static final String MANAGER = "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
    private static final String OPERATIONAL = "/Operational";
    private static final String SYSTEM = "System";
    private static final String SCHANNEL = "Schannel";
    private static final int ERROR = 2;
    private static final int WARNING = 3;
    private static final int INFORMATION = 4;
    /** Process that hosts Remote Desktop Services on the simulated machine. */
    private static final Map<String, String> CALLER =
            Map.of("CallerProcessId", "1188", "CallerProcessImageName", "svchost.exe");

    private final EventFolder events;
    private final Instant time;
    private final String address;
    private final int port;

    WindowsLog(EventFolder events, Instant time, String address, int port) {
        this.events = events;
        this.time = time;
        this.address = address;
        this.port = port;
    }

    void accepted() throws HostException {
        write(core(131, INFORMATION, "ConnType", "TCP", "ClientIP", address + ":" + port),
                event(MANAGER + OPERATIONAL, MANAGER, 261, INFORMATION, fields("listenerName", "RDP-Tcp")),
                core(65, INFORMATION, "ConnectionName", "RDP-Tcp#" + port % 1000));
    }

    void closed(Negotiation.Reason reason) throws HostException {
        switch (reason) {
            case PROTOCOL_OBJECT -> write(trace("The protocol of the listener could not be loaded", "0x80040154"));
            case SETTINGS -> write(trace("No security layer was agreed", "0x80004005"));
            case LIMIT -> write(event(SYSTEM, "TermDD", 71, ERROR, fields("listenerName", "RDP-Tcp")));
        }
    }

    void refused(Failure failure) throws HostException {
        write(trace("Security negotiation failed with code " + failure.code(), "0x80090304"));
    }

    void garbage() throws HostException {
        write(core(139, WARNING, "ResultCode", "0x80090304", "IPString", address));
    }

    void reset(Handshake.Reason reason) throws HostException {
        switch (reason) {
            case KEY -> write(schannel(36870, "Type", "server", "ErrorCode", "0x8009030D", "ErrorStatus", "10001"),
                    core(139, WARNING, "ResultCode", "0x8009030E", "IPString", address));
            case VERSIONS -> write(schannel(36871, "Type", "server", "ErrorState", "10013"),
                    core(139, WARNING, "ResultCode", "0x80090331", "IPString", address));
        }
    }

    void alerted(TlsAlert alert, Optional<TlsVersion> version) throws HostException {
        write(schannel(36874, "Protocol", version.map(TlsVersion::toString).orElse("TLS 1.2")),
                schannel(36888, "AlertDesc", Integer.toString(alert.description()), "ErrorState", "1205",
                        "TargetName", ""),
                core(139, WARNING, "ResultCode", "0x80090331", "IPString", address));
    }

    void secured() throws HostException {
        write(core(98, INFORMATION));
    }

    void authenticated(String user, String domain) throws HostException {
        write(event(MANAGER + OPERATIONAL, MANAGER, 1149, INFORMATION,
                fields("Param1", user, "Param2", domain, "Param3", address)));
    }

    private EventRecord trace(String message, String code) {
        return core(228, WARNING, "ComponentName", "RDP-Tcp", "Message", message, "ErrorCode", code);
    }

    private EventRecord core(int id, int level, String... values) {
        return event(CORE + OPERATIONAL, CORE, id, level, fields(values));
    }

    private EventRecord schannel(int id, String... values) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("CallerProcessId", CALLER.get("CallerProcessId"));
        all.put("CallerProcessImageName", CALLER.get("CallerProcessImageName"));
        all.putAll(fields(values));
        return event(SYSTEM, SCHANNEL, id, ERROR, all);
    }

    private EventRecord event(String channel, String provider, int id, int level, Map<String, String> values) {
        return new EventRecord(channel, 0, provider, id, level, time, values);
    }

    private static Map<String, String> fields(String... values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], values[i + 1]);
        }
        return fields;
    }

    private void write(EventRecord... records) throws HostException {
        events.append(new ArrayList<>(List.of(records)));
    }
}
