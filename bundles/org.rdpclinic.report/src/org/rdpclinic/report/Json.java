// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes plain values as JSON: maps with text as keys, lists, text, numbers and truth values. An empty optional is left
 * out of a map, since null is never written. The streaming generator is used directly: binding classes would cost more
 * time at the start than all the rest of a short command.
 */
public final class Json {

    private static final int BROAD = 100;

    private Json() {
    }

    /**
     * Writes a document, indented by two blanks, with a line feed at its end.
     *
     * @param document a map, list, text, number or truth value
     * @throws IllegalArgumentException when there is a value of another kind inside
     */
    public static String write(Object document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            write(json, document);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    Object content = unwrapped(entry.getValue());
                    if (content != null) {
                        json.writeFieldName((String) entry.getKey());
                        write(json, content);
                    }
                }
                json.writeEndObject();
            }
            case List<?> list -> writeList(json, list);
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> json.writeNumber(Math.clamp(number, -Double.MAX_VALUE, Double.MAX_VALUE));
            case Number number -> json.writeNumber(number.longValue());
            default -> throw new IllegalArgumentException("JSON has no " + value.getClass().getSimpleName() + ".");
        }
    }

    /** Short lists of numbers and texts stand on one line, so that a case stays readable for a person. */
    private static void writeList(JsonGenerator json, List<?> list) throws IOException {
        boolean brief = list.stream().allMatch(element -> element instanceof Number || element instanceof String)
                && list.stream().mapToInt(element -> element.toString().length() + 4).sum() < BROAD;
        if (!brief) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
            return;
        }
        StringWriter line = new StringWriter();
        try (JsonGenerator flat = new JsonFactory().createGenerator(line)) {
            flat.setPrettyPrinter(new com.fasterxml.jackson.core.util.MinimalPrettyPrinter() {
                private static final long serialVersionUID = 1L;

                @Override
                public void writeArrayValueSeparator(JsonGenerator g) throws IOException {
                    g.writeRaw(", ");
                }
            });
            flat.writeStartArray();
            for (Object element : list) {
                write(flat, element);
            }
            flat.writeEndArray();
        }
        json.writeRawValue(line.toString());
    }

    private static Object unwrapped(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.orElse(null);
            case OptionalLong optional -> optional.isPresent() ? (Object) optional.getAsLong() : null;
            case null -> null;
            default -> value;
        };
    }
}
