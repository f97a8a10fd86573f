// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;

/**
 * Reads one JSON file into {@link StrictObject}s. It binds no beans, which keeps the start of the program short, and it
 * remembers the line of every object, so that each error names its place.
 */
public final class StrictJson {

    private static final int DEEPEST = 40;

    private final String file;
    private final JsonParser parser;

    private StrictJson(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads a whole file.
     *
     * @param files where files come from
     * @param name  the file
     * @return its outermost object
     * @throws KnowledgeException if the file is missing, unreadable, not well-formed, or no object
     */
    public static StrictObject read(KnowledgeFiles files, String name) {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (InputStream in = files.open(name); JsonParser parser = factory.createParser(in)) {
            StrictJson reader = new StrictJson(name, parser);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new KnowledgeException(name, "", "the file does not hold a JSON object");
            }
            StrictObject root = reader.object("", 0);
            if (parser.nextToken() != null) {
                throw new KnowledgeException(name, reader.line(""), "something follows the end of the object");
            }
            return root;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            throw new KnowledgeException(name, place, "not well-formed JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new KnowledgeException(name, "", "the file cannot be read", e);
        }
    }

    private String line(String path) {
        return (path.isEmpty() ? "/" : path) + " (line " + parser.currentTokenLocation().getLineNr() + ")";
    }

    private StrictObject object(String path, int depth) throws IOException {
        String place = line(path);
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(path + "/" + name, depth + 1));
        }
        return new StrictObject(file, place, members);
    }

    private Object value(String path, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new KnowledgeException(file, line(path), "nested too deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> array(path, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> throw new KnowledgeException(file, line(path), "null is not allowed; leave the member out");
        };
    }

    private List<Object> array(String path, int depth) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "/" + items.size(), depth + 1));
        }
        return List.copyOf(items);
    }
}
