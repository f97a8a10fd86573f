// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Target;

/**
 * An {@code .rdp} file: where it leads, and what it changes in the client. Lines are {@code name:type:value}, in UTF-16
 * or UTF-8, as mstsc and others write them ("Supported RDP properties", Microsoft Learn). Immutable.
 */
public final class RdpFile {

    /** A larger file is refused, in bytes. */
    static final int LARGEST = 1 << 20;

    private static final int GATEWAY_PORT = 443;

    private final Map<String, String> fields;
    private final Optional<Target> target;
    private final Optional<Integer> authenticationLevel;
    private final Optional<Integer> credSsp;
    private final List<String> warnings = new ArrayList<>();

    private RdpFile(Map<String, String> fields) throws IntakeException {
        this.fields = fields;
        this.target = readTarget();
        this.authenticationLevel = number("authentication level", 0, 3);
        this.credSsp = number("enablecredsspsupport", 0, 1);
        if (number("negotiate security layer", 0, 1).orElse(1) == 0) {
            warnings.add("The .rdp file says 'negotiate security layer:i:0', so that the client starts TLS unasked; "
                    + "the clinic negotiates all the same.");
        }
    }

    /**
     * Reads a file.
     *
     * @throws IntakeException with a sentence: it is not there, too large, no .rdp file, or names an impossible address
     */
    public static RdpFile read(Path file) throws IntakeException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new IntakeException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new IntakeException("The file " + file + " cannot be read.", e);
        }
        if (bytes.length > LARGEST) {
            throw new IntakeException("The file " + file + " is larger than 1 MiB; it is no .rdp file.");
        }
        Map<String, String> fields = fields(text(bytes));
        if (fields.isEmpty()) {
            throw new IntakeException("The file " + file + " is no .rdp file: it has no line such as "
                    + "'full address:s:server.example'.");
        }
        try {
            return new RdpFile(fields);
        } catch (IntakeException e) {
            throw new IntakeException("The file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String text(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        // UTF-16 whose mark was lost: field names are ASCII, so every second byte is zero.
        if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
            return decode(bytes, 0, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.lines().toList()) {
            int first = line.indexOf(':');
            int second = first < 0 ? -1 : line.indexOf(':', first + 1);
            if (second == first + 2 && first > 0 && "sib".indexOf(Character.toLowerCase(line.charAt(first + 1))) >= 0) {
                fields.put(line.substring(0, first).strip().toLowerCase(Locale.ROOT),
                        line.substring(second + 1).strip());
            }
        }
        return fields;
    }

    private Optional<Target> readTarget() throws IntakeException {
        String address = fields.getOrDefault("full address", "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int port = number("server port", 1, 65535).orElse(Target.DEFAULT_PORT);
        return Optional.of(new Target(hostPort(address, port), readGateway()));
    }

    private Optional<HostPort> readGateway() throws IntakeException {
        String gateway = fields.getOrDefault("gatewayhostname", "");
        // 0 and 4 use none, 1 always, 2 where the direct way fails, 3 what the client is set to.
        int method = number("gatewayusagemethod", 0, 4).orElse(0);
        if (gateway.isEmpty() || method == 0 || method == 4) {
            return Optional.empty();
        }
        if (method == 3) {
            warnings.add("The .rdp file leaves the gateway to the client's own settings, which the clinic cannot see; "
                    + "it goes without one.");
            return Optional.empty();
        }
        if (method == 2) {
            warnings.add("The .rdp file uses the gateway " + gateway + " only where the direct way fails.");
        }
        return Optional.of(hostPort(gateway, GATEWAY_PORT));
    }

    private static HostPort hostPort(String text, int port) throws IntakeException {
        try {
            return HostPort.parse(text, port);
        } catch (IllegalArgumentException e) {
            throw new IntakeException(e.getMessage(), e);
        }
    }

    private Optional<Integer> number(String name, int least, int most) {
        String text = fields.getOrDefault(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Optional.of(Integer.parseInt(text));
        }
        warnings.add("The .rdp file sets '" + name + "' to '" + shortened(text) + "', which is not a number from "
                + least + " to " + most + "; it is passed over.");
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Where it leads; empty when it names no computer. A port in the address beats the field {@code server port}. */
    public Optional<Target> target() {
        return target;
    }

    /** The client as the file changes it: authentication level, and CredSSP switched off. */
    public ClientProfile applyTo(ClientProfile client) {
        ClientProfile changed = credSsp.orElse(1) == 1 ? client
                : client.withProtocols(client.protocols() & ~(ClientProfile.HYBRID | ClientProfile.HYBRID_EX));
        return authenticationLevel.isEmpty() ? changed : changed.withAuthenticationLevel(authenticationLevel.get());
    }

    /** What in the file is passed over or cannot be followed, in sentences. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
