// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rdpclinic.engine.cases.CaseException;

/** Reads a JSON document into maps, lists and plain values, within bounds; what is wrong is told with its place. */
final class JsonTree {

    /** A large case with a whole event log in it has some megabytes. */
    static final int MOST_BYTES = 64 << 20;
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 40;

    private JsonTree() {
    }

    /**
     * Reads one object.
     *
     * @param name the file's name, for the sentence
     * @throws CaseException with a sentence that names the file and the place
     */
    static JsonNode read(byte[] bytes, String name) throws CaseException {
        if (bytes.length > MOST_BYTES) {
            throw new CaseException(name + " is larger than the " + (MOST_BYTES >> 20) + " MB that a case can have.");
        }
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new CaseException(name + " is empty. It is no case.");
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new CaseException(name + " has something behind its end, " + place(parser.currentTokenLocation())
                        + ". It is damaged.");
            }
            return new JsonNode(value, "", name);
        } catch (JsonProcessingException e) {
            throw new CaseException(name + " is damaged or cut short: it is no JSON " + place(e.getLocation()) + ".");
        } catch (IOException e) {
            throw new CaseException(name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "somewhere" : "at line " + location.getLineNr() + ", column "
                + location.getColumnNr();
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                    map.put(field, value(parser, parser.nextToken()));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    list.add(value(parser, next));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? (Object) parser.getDoubleValue() : parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> JsonNode.NOTHING;
        };
    }
}
