// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.rdpclinic.api.ClientProfile;

/** The clients that the clinic knows. Immutable. */
public final class ClientProfiles {

    private static final String DATA = "/data/clients.properties";

    private final Map<String, ClientProfile> profiles;
    private final ClientProfile standard;

    private ClientProfiles(Map<String, ClientProfile> profiles, ClientProfile standard) {
        this.profiles = Collections.unmodifiableMap(profiles);
        this.standard = standard;
    }

    /** Reads the profiles that come with the clinic. */
    public static ClientProfiles load() {
        try (InputStream stream = ClientProfiles.class.getResourceAsStream(DATA)) {
            if (stream == null) {
                throw new IllegalStateException("The data file " + DATA + " is missing in the engine.");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + DATA + " cannot be read.", e);
        }
    }

    /**
     * Reads profiles from the text of a properties file.
     *
     * @throws IllegalArgumentException with a sentence that names what is missing or wrong
     */
    static ClientProfiles parse(String text) {
        try {
            return read(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientProfiles read(Reader reader) throws IOException {
        Properties data = new Properties();
        data.load(reader);
        Map<String, ClientProfile> profiles = new LinkedHashMap<>();
        for (String id : list(require(data, "clients"))) {
            profiles.put(id, profile(data, id));
        }
        String standard = require(data, "standard");
        if (!profiles.containsKey(standard)) {
            throw new IllegalArgumentException("The standard client " + standard + " is no client.");
        }
        return new ClientProfiles(profiles, profiles.get(standard));
    }

    private static ClientProfile profile(Properties data, String id) {
        try {
            return new ClientProfile(id, require(data, id + ".title"), Long.decode(require(data, id + ".protocols")),
                    list(require(data, id + ".tls-versions")),
                    Integer.parseInt(require(data, id + ".authentication-level")),
                    Integer.parseInt(require(data, id + ".minimum-rsa-bits")),
                    flag(require(data, id + ".refuses-sha1")), flag(require(data, id + ".falls-back")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The client " + id + " has something else where a number is due.", e);
        }
    }

    private static String require(Properties data, String name) {
        String value = data.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The client profiles lack " + name + ".");
        }
        return value.strip();
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false.");
        };
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** All clients, in the order of the data. */
    public Collection<ClientProfile> all() {
        return profiles.values();
    }

    /** The client with this id, if it is known. */
    public Optional<ClientProfile> find(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** The client that is taken where none is named: a current mstsc. */
    public ClientProfile standard() {
        return standard;
    }
}
