// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rdpclinic.knowledge.KnowledgeFiles;

/** The data files of the bundle, as they are and with single places changed. */
final class DataFiles {

    /** Each data file and the schema that it obeys. */
    static final Map<String, String> SCHEMAS = schemas();

    private DataFiles() {
    }

    private static Map<String, String> schemas() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (String name : new String[] {"sources", "causes", "network", "remedies", "endings", "explain", "registry",
            "events"}) {
            schemas.put("data/" + name + ".json", "schema/" + name + ".schema.json");
        }
        for (String name : new String[] {"disconnect", "extended", "error-info", "negotiation", "tls-alerts",
            "nt-status", "licensing"}) {
            schemas.put("data/codes/" + name + ".json", "schema/codes.schema.json");
        }
        return schemas;
    }

    static String text(String name) {
        try (InputStream in = KnowledgeFiles.bundled().open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String name) {
        try {
            return new ObjectMapper().readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundle's files, where one file has another content. */
    static KnowledgeFiles with(String name, String content) {
        return asked -> asked.equals(name) ? new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))
                : KnowledgeFiles.bundled().open(asked);
    }

    /** The bundle's files, where the first place that reads {@code old} in one file is changed. */
    static KnowledgeFiles changed(String name, String old, String replacement) {
        String content = text(name);
        int at = content.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(name + " does not hold " + old);
        }
        return with(name, content.substring(0, at) + replacement + content.substring(at + old.length()));
    }
}
