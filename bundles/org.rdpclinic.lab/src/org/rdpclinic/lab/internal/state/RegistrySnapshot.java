// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.RegistryValue;

/** The registry as it was at one moment. Keys and names are compared without regard to case. */
public final class RegistrySnapshot {

    private static final long DWORD = 0xFFFFFFFFL;

    private final Map<String, Map<String, RegistryValue>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private RegistrySnapshot() {
    }

    static RegistrySnapshot of(JsonNode node, String where) throws HostException {
        RegistrySnapshot snapshot = new RegistrySnapshot();
        for (Map.Entry<String, JsonNode> key : Fields.entries(node, where).entrySet()) {
            String path = key.getKey();
            if (!path.toUpperCase(Locale.ROOT).matches("HK(LM|CU|U)(\\\\[^\\\\]+)+")) {
                throw Json.unreadable(where, "'" + path + "' is no key: keys begin with HKLM\\ or HKCU\\");
            }
            Map<String, RegistryValue> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Map.Entry<String, JsonNode> value : Fields.entries(key.getValue(), where + ", " + path).entrySet()) {
                String at = where + ", " + path + ", value " + value.getKey();
                if (values.put(value.getKey(), value(value.getValue(), at)) != null) {
                    throw Json.unreadable(at, "it is there twice");
                }
            }
            if (snapshot.keys.put(path, values) != null) {
                throw Json.unreadable(where, "the key " + path + " is there twice");
            }
        }
        return snapshot;
    }

    private static RegistryValue value(JsonNode node, String where) throws HostException {
        Map<String, JsonNode> typed = Fields.entries(node, where);
        if (typed.size() != 1) {
            throw Json.unreadable(where, "a value has one type");
        }
        Fields fields = new Fields(node, where);
        String type = typed.keySet().iterator().next();
        return switch (type) {
            case "dword" -> new RegistryValue.Number(fields.number(type, 0, DWORD));
            case "qword" -> new RegistryValue.Number(fields.number(type, 0, Long.MAX_VALUE));
            case "text", "expand" -> new RegistryValue.Text(fields.text(type));
            case "texts" -> new RegistryValue.Texts(fields.texts(type));
            case "binary" -> new RegistryValue.Binary(binary(fields.text(type), where));
            default -> throw Json.unreadable(where, "the type " + type + " is unknown");
        };
    }

    private static String binary(String hex, String where) throws HostException {
        if (!hex.matches("([0-9a-f]{2})*")) {
            throw Json.unreadable(where, "the bytes are not written in lower-case hexadecimal");
        }
        return hex;
    }

    /** A value as it is written in the file. */
    static ObjectNode written(RegistryValue value) {
        ObjectNode node = Json.object();
        switch (value) {
            case RegistryValue.Number number -> node.put(number.value() > DWORD ? "qword" : "dword", number.value());
            case RegistryValue.Text text -> node.put("text", text.value());
            case RegistryValue.Texts texts -> {
                var array = node.putArray("texts");
                texts.values().forEach(array::add);
            }
            case RegistryValue.Binary binary -> node.put("binary", binary.hex());
        }
        return node;
    }

    /** A value, if it is there. */
    public Optional<RegistryValue> find(String key, String name) {
        return Optional.ofNullable(keys.get(key)).map(values -> values.get(name));
    }

    /** A number, if it is there and one. */
    public Optional<Long> number(String key, String name) {
        return find(key, name).flatMap(value -> value instanceof RegistryValue.Number number
                ? Optional.of(number.value()) : Optional.empty());
    }

    /** A text, if it is there and one. */
    public Optional<String> text(String key, String name) {
        return find(key, name).flatMap(value -> value instanceof RegistryValue.Text text
                ? Optional.of(text.value()) : Optional.empty());
    }

    /** The names of a key's direct subkeys. */
    public List<String> subkeys(String key) {
        String prefix = key.toLowerCase(Locale.ROOT) + "\\";
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String each : keys.keySet()) {
            if (each.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                String rest = each.substring(prefix.length());
                names.add(rest.indexOf('\\') < 0 ? rest : rest.substring(0, rest.indexOf('\\')));
            }
        }
        return new ArrayList<>(names);
    }
}
