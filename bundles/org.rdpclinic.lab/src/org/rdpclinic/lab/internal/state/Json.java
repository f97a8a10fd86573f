// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;

/** JSON files, read with bounds and written so that a reader never sees half a file. */
public final class Json {

    /** The largest file that is read, in bytes. */
    static final long MAX_SIZE = 4 << 20;

    private static final String ADVICE = "Correct the file, or start the scenario again in an empty folder.";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Reads a file that holds one object or array. */
    public static JsonNode read(Path file) throws HostException {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw unreadable(file.getFileName().toString(), "it is larger than 4 MiB");
            }
            return parse(Files.readString(file), file.getFileName().toString());
        } catch (NoSuchFileException missing) {
            throw new HostException(HostException.Kind.UNREADABLE,
                    "The lab's folder has no file " + file.getFileName() + ": " + file + ".", ADVICE);
        } catch (CharacterCodingException e) {
            throw unreadable(file.getFileName().toString(), "it is no text in UTF-8");
        } catch (IOException e) {
            throw unreadable(file.getFileName().toString(), e);
        }
    }

    /** Reads a file that holds one object, to change it. */
    static ObjectNode readObject(Path file) throws HostException {
        if (read(file) instanceof ObjectNode object) {
            return object;
        }
        throw unreadable(file.getFileName().toString(), "it is no JSON object");
    }

    /** Parses a text; {@code where} names it in the sentence of a failure. */
    public static JsonNode parse(String text, String where) throws HostException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable(where, "line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
                    + " is no sound JSON");
        }
    }

    /** One line of JSON. */
    static String line(JsonNode node) {
        return node.toString();
    }

    /** Writes a file: into a new file first, which then takes the place of the old one. */
    public static void write(Path file, JsonNode node) throws HostException {
        try {
            Path fresh = Files.createTempFile(file.getParent(), ".new-", ".json");
            try {
                Files.writeString(fresh, MAPPER.writeValueAsString(node) + "\n");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** A sentence for a file that does not hold what it should. */
    static HostException unreadable(String where, String what) {
        return new HostException(HostException.Kind.UNREADABLE,
                "The lab's " + where + " cannot be used: " + what + ".", ADVICE);
    }

    /** A sentence for a file that cannot be read. */
    static HostException unreadable(String where, IOException e) {
        return unreadable(where, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }

    /** A sentence for a file that cannot be written. */
    public static HostException unwritable(Path file, IOException e) {
        return new HostException(HostException.Kind.DENIED,
                "The lab cannot write " + file + " (" + e.getClass().getSimpleName() + ").",
                "Give the lab a folder that can be written, with room on its disk.");
    }
}
