// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.rdpclinic.api.host.HostException;

/** A JSON object read strictly: each field has a type, and {@link #done()} refuses a field that nobody asked for. */
public final class Fields {

    private final JsonNode node;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    /** Over an object; {@code where} names it in sentences. */
    public Fields(JsonNode node, String where) throws HostException {
        if (!node.isObject()) {
            throw Json.unreadable(where, "it is no JSON object");
        }
        this.node = node;
        this.where = where;
    }

    /** The members of an object whose names are data, in their order. */
    public static Map<String, JsonNode> entries(JsonNode node, String where) throws HostException {
        new Fields(node, where);
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    /** The elements of an array. */
    public static List<JsonNode> elements(JsonNode node, String where) throws HostException {
        if (!node.isArray()) {
            throw Json.unreadable(where, "it is no JSON array");
        }
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return elements;
    }

    /** A field of any type, if it is there. */
    public Optional<JsonNode> find(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name));
    }

    /** A field of any type. */
    public JsonNode require(String name) throws HostException {
        return find(name).orElseThrow(() -> Json.unreadable(where, "the field " + name + " is missing"));
    }

    /** A text, if it is there. */
    public Optional<String> findText(String name) throws HostException {
        Optional<JsonNode> found = find(name);
        if (found.isPresent() && !found.get().isTextual()) {
            throw Json.unreadable(where, "the field " + name + " is no text");
        }
        return found.map(JsonNode::textValue);
    }

    /** A text. */
    public String text(String name) throws HostException {
        require(name);
        return findText(name).orElseThrow();
    }

    /** A whole number within limits. */
    public long number(String name, long least, long most) throws HostException {
        JsonNode found = require(name);
        if (!found.isIntegralNumber() || !found.canConvertToLong() || found.longValue() < least
                || found.longValue() > most) {
            throw Json.unreadable(where, "the field " + name + " is no whole number from " + least + " to " + most);
        }
        return found.longValue();
    }

    /** A whole number within limits, or what stands in for it. */
    public long number(String name, long least, long most, long otherwise) throws HostException {
        return find(name).isPresent() ? number(name, least, most) : otherwise;
    }

    /** A number with or without decimals. */
    public double decimal(String name) throws HostException {
        JsonNode found = require(name);
        if (!found.isNumber()) {
            throw Json.unreadable(where, "the field " + name + " is no number");
        }
        return found.doubleValue();
    }

    /** True or false. */
    public boolean flag(String name) throws HostException {
        JsonNode found = require(name);
        if (!found.isBoolean()) {
            throw Json.unreadable(where, "the field " + name + " is neither true nor false");
        }
        return found.booleanValue();
    }

    /** A list of texts. */
    public List<String> texts(String name) throws HostException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : elements(require(name), where + ", " + name)) {
            if (!each.isTextual()) {
                throw Json.unreadable(where, "the field " + name + " holds something other than texts");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    /** A list of whole numbers within limits. */
    public List<Integer> numbers(String name, int least, int most) throws HostException {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode each : elements(require(name), where + ", " + name)) {
            if (!each.isInt() || each.intValue() < least || each.intValue() > most) {
                throw Json.unreadable(where,
                        "the field " + name + " holds something other than numbers from " + least + " to " + most);
            }
            numbers.add(each.intValue());
        }
        return numbers;
    }

    /** A constant of an enumeration, written in lower case with hyphens. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) throws HostException {
        String text = text(name);
        for (E each : type.getEnumConstants()) {
            if (written(each).equals(text)) {
                return each;
            }
        }
        throw Json.unreadable(where, "the field " + name + " has the unknown value '" + text + "'");
    }

    /** How an enumeration's constant is written: {@code START_PENDING} as {@code start-pending}. */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refuses fields that nobody asked for: a misspelt name must not pass for an absent value. */
    public void done() throws HostException {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!asked.contains(entry.getKey())) {
                throw Json.unreadable(where, "the field " + entry.getKey() + " is unknown");
            }
        }
    }
}
