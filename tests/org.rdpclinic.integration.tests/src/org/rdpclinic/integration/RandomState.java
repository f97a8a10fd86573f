// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.Scenario;
import org.rdpclinic.lab.Scenarios;

/**
 * A state of client, path and host whose values are drawn independently, with the causes that are truly met first,
 * derived from the values by a table of the test's own.
 */
record RandomState(boolean resolves, boolean forwarderDown, boolean serviceRuns, boolean rdpOn, boolean portMoved,
        boolean firewallAllows, boolean stealth, boolean objectIntact, int securityLayer, int userAuthentication,
        boolean sessionsFull, boolean clientCredSsp, int authenticationLevel, int minimumRsaBits, boolean keyReadable,
        Versions versions, Dates dates, boolean nameMatches, int keyBits) {

    /** TLS versions that the server may use. */
    enum Versions { MODERN, ONLY_12, OLD, NONE }

    /** Validity of the certificate. */
    enum Dates { VALID, EXPIRED, FUTURE }

    static RandomState draw(Random random) {
        return new RandomState(often(random, 0.95), often(random, 0.05), often(random, 0.93), often(random, 0.93),
                often(random, 0.05), often(random, 0.93), often(random, 0.5), often(random, 0.95),
                pick(random, 2, 2, 2, 2, 1, 0, 7), pick(random, 1, 1, 1, 1, 0, 0, 9), often(random, 0.05),
                often(random, 0.85), pick(random, 2, 2, 0, 1, 3), pick(random, 1024, 1024, 2048),
                often(random, 0.9), Versions.values()[pick(random, 0, 0, 0, 0, 1, 2, 3)],
                Dates.values()[pick(random, 0, 0, 0, 0, 1, 2)], often(random, 0.6), pick(random, 2048, 2048, 1024));
    }

    private static boolean often(Random random, double chance) {
        return random.nextDouble() < chance;
    }

    private static int pick(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }

    /** The causes at the stage at which the client fails first; empty when it does not fail. */
    Set<String> trueCauses() {
        Set<String> causes = new LinkedHashSet<>();
        if (!resolves) {
            return Set.of("name-unresolved");
        }
        if (forwarderDown) {
            return Set.of("forwarder-target-down");
        }
        add(causes, !serviceRuns, "service-down");
        add(causes, !rdpOn, "rdp-disabled");
        add(causes, portMoved, "port-changed");
        add(causes, !firewallAllows, "port-filtered");
        if (causes.isEmpty()) {
            add(causes, !objectIntact, "server-closed");
            add(causes, securityLayer > 2 || userAuthentication > 1, "security-layer-mismatch");
            add(causes, sessionsFull, "connection-limit");
        }
        if (causes.isEmpty() && securityLayer == 0) {
            add(causes, authenticationLevel == 1, "security-layer-mismatch");
            return causes;
        }
        if (causes.isEmpty()) {
            add(causes, userAuthentication == 1 && !clientCredSsp, "nla-mismatch");
        }
        if (causes.isEmpty()) {
            add(causes, !keyReadable, "certificate-key-unreadable");
            add(causes, versions == Versions.NONE || versions == Versions.OLD, "tls-version-mismatch");
        }
        if (causes.isEmpty()) {
            add(causes, dates != Dates.VALID, "certificate-expired");
            add(causes, !nameMatches && authenticationLevel == 1, "certificate-name-mismatch");
            add(causes, keyBits < minimumRsaBits, "certificate-weak");
        }
        return causes;
    }

    /** Faults that are there and lie behind the stage at which the client fails first. */
    Set<String> maskedCauses() {
        Set<String> masked = new LinkedHashSet<>();
        add(masked, !keyReadable, "certificate-key-unreadable");
        add(masked, dates != Dates.VALID, "certificate-expired");
        add(masked, !nameMatches && authenticationLevel == 1, "certificate-name-mismatch");
        add(masked, keyBits < minimumRsaBits, "certificate-weak");
        add(masked, userAuthentication == 1 && !clientCredSsp, "nla-mismatch");
        masked.removeAll(trueCauses());
        return masked;
    }

    private static void add(Set<String> causes, boolean met, String cause) {
        if (met) {
            causes.add(cause);
        }
    }

    /** The state as the lab reads it. */
    Scenario scenario() throws HostException {
        List<String> host = new ArrayList<>();
        host.add("\"registry\": {" + String.join(", ",
                key("SYSTEM\\\\CurrentControlSet\\\\Control\\\\Terminal Server", "fDenyTSConnections", rdpOn ? 0 : 1),
                listener(), versionKeys()) + "}");
        host.add("\"services\": {\"TermService\": {\"state\": \"" + (serviceRuns ? "running" : "stopped") + "\"}}");
        host.add("\"firewall\": {\"stealth\": " + stealth + (firewallAllows ? "" : ", \"rules\": []") + "}");
        host.add("\"certificates\": {\"Remote Desktop\": {\"listener\": {" + certificate() + "}}}");
        if (sessionsFull) {
            host.add("\"sessions\": {\"sessions\": [" + session(2) + ", " + session(3) + "]}");
        }
        String path = resolves ? forwarderDown
                ? "\"names\": {\"desk-7.clinic.example\": [\"100.64.0.7\"]}, \"forwarder\": \"down\""
                : "" : "\"names\": {\"desk-7.clinic.example\": null}";
        return Scenarios.parse("{\"id\": \"random\", \"title\": \"Random\", \"description\": \"Drawn.\", \"client\": {"
                + "\"protocols\": " + (clientCredSsp ? 11 : 1) + ", \"authenticationLevel\": " + authenticationLevel
                + ", \"minimumRsaBits\": " + minimumRsaBits + ", \"fallsBackToRdpSecurity\": "
                + (authenticationLevel != 1) + "}, \"path\": {" + path + "}, \"host\": {"
                + String.join(", ", host) + "}}",
                toString());
    }

    private String listener() {
        String values = String.join(", ", dword("PortNumber", portMoved ? 3390 : 3389),
                dword("SecurityLayer", securityLayer), dword("UserAuthentication", userAuthentication),
                dword("MaxInstanceCount", sessionsFull ? 2 : 4294967295L));
        String object = objectIntact ? "" : ", \"LoadableProtocol_Object\": {\"text\": \"{00000000-damaged}\"}";
        return "\"HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\Terminal Server\\\\WinStations\\\\RDP-Tcp\": {"
                + values + object + "}";
    }

    private String versionKeys() {
        List<String> keys = new ArrayList<>();
        for (String version : List.of("1.0", "1.1", "1.2", "1.3")) {
            boolean on = switch (versions) {
                case MODERN -> version.equals("1.2") || version.equals("1.3");
                case ONLY_12 -> version.equals("1.2");
                case OLD -> version.equals("1.0") || version.equals("1.1");
                case NONE -> false;
            };
            keys.add(key("SYSTEM\\\\CurrentControlSet\\\\Control\\\\SecurityProviders\\\\SCHANNEL\\\\Protocols\\\\TLS "
                    + version + "\\\\Server", "Enabled", on ? 1 : 0));
        }
        return String.join(", ", keys);
    }

    private String certificate() {
        String days = switch (dates) {
            case VALID -> "\"fromDays\": -40, \"toDays\": 140";
            case EXPIRED -> "\"fromDays\": -200, \"toDays\": -10";
            case FUTURE -> "\"fromDays\": 10, \"toDays\": 190";
        };
        String access = keyReadable ? "" : ", \"keyFile\": {\"owner\": \"S-1-5-18\", \"entries\": [{\"sid\": "
                + "\"S-1-5-18\", \"allow\": true, \"mask\": \"0x1F01FF\"}]}";
        return String.format(Locale.ROOT, "\"subject\": \"CN=%s\", \"key\": \"RSA %d\", %s%s",
                nameMatches ? "desk-7.clinic.example" : "other.clinic.example", keyBits, days, access);
    }

    private static String session(int id) {
        return "{\"id\": " + id + ", \"user\": \"CLINIC\\\\u" + id
                + "\", \"state\": \"active\", \"clientAddress\": \"192.0.2.2" + id + "\"}";
    }

    private static String key(String key, String name, long value) {
        return "\"HKLM\\\\" + key + "\": {" + dword(name, value) + "}";
    }

    private static String dword(String name, long value) {
        return "\"" + name + "\": {\"dword\": " + value + "}";
    }
}
