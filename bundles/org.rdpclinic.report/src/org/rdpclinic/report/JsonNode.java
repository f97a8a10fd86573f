// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.engine.cases.CaseException;

/** A value in a document that knows its place, so that every complaint names the file and the field. */
record JsonNode(Object value, String path, String file) {

    /** Stands for JSON's null, which is never written. */
    static final Object NOTHING = new Object();

    /** What is wrong here, as a sentence. */
    CaseException wrong(String what) {
        return new CaseException(file + " is damaged: " + (path.isEmpty() ? "the document" : path) + " " + what + ".");
    }

    /** The field of an object, which must be there. */
    JsonNode field(String name) throws CaseException {
        return find(name).orElseThrow(() -> wrong("lacks the field " + name));
    }

    /** The field of an object, if it is there. */
    Optional<JsonNode> find(String name) throws CaseException {
        Object found = object().get(name);
        return found == null ? Optional.empty()
                : Optional.of(new JsonNode(found, path.isEmpty() ? name : path + "." + name, file));
    }

    /** Refuses fields that are not among those named. */
    void only(Collection<String> names) throws CaseException {
        for (String name : fields()) {
            if (!names.contains(name)) {
                throw wrong("has the field " + name + ", which is not known here");
            }
        }
    }

    private Set<String> fields() throws CaseException {
        return object().keySet();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object() throws CaseException {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrong("is no object");
    }

    /** The elements of a list. */
    List<JsonNode> list() throws CaseException {
        if (value instanceof List<?> elements) {
            List<JsonNode> nodes = new ArrayList<>(elements.size());
            for (Object element : elements) {
                nodes.add(new JsonNode(element, path + "[" + nodes.size() + "]", file));
            }
            return nodes;
        }
        throw wrong("is no list");
    }

    /** The elements of a list of texts. */
    List<String> texts() throws CaseException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list()) {
            texts.add(node.text());
        }
        return texts;
    }

    /** Text. */
    String text() throws CaseException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("is no text");
    }

    /** The text of a field that is left out when it is empty. */
    String textOf(String name) throws CaseException {
        Optional<JsonNode> node = find(name);
        return node.isEmpty() ? "" : node.get().text();
    }

    /** A whole number. */
    long whole() throws CaseException {
        if (value instanceof Long number) {
            return number;
        }
        throw wrong("is no whole number");
    }

    /** A number. */
    double number() throws CaseException {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong("is no number");
    }

    /** True or false. */
    boolean truth() throws CaseException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong("is neither true nor false");
    }

    /** What a parser of ours makes of the text; its complaint becomes part of the sentence. */
    <V> V parsed(java.util.function.Function<String, V> parser) throws CaseException {
        String text = text();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw wrong("cannot be '" + text + "'");
        }
    }
}
