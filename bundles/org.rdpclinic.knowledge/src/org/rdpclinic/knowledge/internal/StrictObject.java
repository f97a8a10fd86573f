// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.rdpclinic.knowledge.KnowledgeException;

/**
 * One JSON object that is read member by member. Every getter checks the type; {@link #done()} refuses what nobody
 * asked for. All errors name file and place.
 */
public final class StrictObject {

    private final String file;
    private final String place;
    private final Map<String, Object> members;
    private final Set<String> asked = new HashSet<>();

    StrictObject(String file, String place, Map<String, Object> members) {
        this.file = file;
        this.place = place;
        this.members = members;
    }

    /** A text that must be there and must not be blank. */
    public String text(String name) {
        return require(name, find(name, String.class)).map(t -> notBlank(name, t)).orElseThrow();
    }

    /** A text that may be missing, and is not blank where it is there. */
    public Optional<String> findText(String name) {
        return find(name, String.class).map(t -> notBlank(name, t));
    }

    /** A whole number that must be there. */
    public long whole(String name) {
        return require(name, find(name, Long.class)).orElseThrow();
    }

    /** A whole number that may be missing. */
    public OptionalLong findWhole(String name) {
        return find(name, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** A number, whole or not, that must be there. */
    public double number(String name) {
        return require(name, find(name, Number.class)).orElseThrow().doubleValue();
    }

    /** The names of all members, for an object that is a map. */
    public Set<String> names() {
        return members.keySet();
    }

    /** A truth value that must be there. */
    public boolean flag(String name) {
        return require(name, find(name, Boolean.class)).orElseThrow();
    }

    /** A truth value that stands for {@code missing} where it is left out. */
    public boolean flag(String name, boolean missing) {
        return find(name, Boolean.class).orElse(missing);
    }

    /** An object that must be there. */
    public StrictObject object(String name) {
        return require(name, find(name, StrictObject.class)).orElseThrow();
    }

    /** An object that may be missing. */
    public Optional<StrictObject> findObject(String name) {
        return find(name, StrictObject.class);
    }

    /** A list of texts that must be there; it may be empty. */
    public List<String> texts(String name) {
        return items(name, String.class, require(name, find(name, List.class)).orElseThrow());
    }

    /** A list of texts, empty where it is left out. */
    public List<String> findTexts(String name) {
        return find(name, List.class).map(list -> items(name, String.class, list)).orElse(List.of());
    }

    /** A list of whole numbers, empty where it is left out. */
    public List<Long> findWholes(String name) {
        return find(name, List.class).map(list -> items(name, Long.class, list)).orElse(List.of());
    }

    /** A list of lists of texts that must be there: the rows of a table. */
    public List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        for (List<?> row : items(name, List.class, require(name, find(name, List.class)).orElseThrow())) {
            rows.add(items(name, String.class, row));
        }
        return List.copyOf(rows);
    }

    /** A list of objects that must be there, each read by {@code reader} and then checked for what is left over. */
    public <T> List<T> objects(String name, Function<StrictObject, T> reader) {
        require(name, find(name, List.class));
        return findObjects(name, reader);
    }

    /** A list of objects, empty where it is left out. */
    public <T> List<T> findObjects(String name, Function<StrictObject, T> reader) {
        List<T> result = new ArrayList<>();
        List<?> found = find(name, List.class).orElse(List.of());
        for (StrictObject item : items(name, StrictObject.class, found)) {
            result.add(reader.apply(item));
            item.done();
        }
        return List.copyOf(result);
    }

    /** A text that must be one of a closed set, given as the constants of an enum in small letters with hyphens. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)
                    || constant.name().equals(text)) {
                return constant;
            }
        }
        throw error("\"" + name + "\" has the unknown value \"" + text + "\"");
    }

    /** Checks that each id is known; {@code known} empty means that there is nothing to check against. */
    public List<String> known(String what, List<String> ids, Optional<Set<String>> known) {
        for (String id : ids) {
            if (known.isPresent() && !known.get().contains(id)) {
                throw error("unknown " + what + " \"" + id + "\"");
            }
        }
        return ids;
    }

    /** Refuses a file of another version than the one that the reader knows. */
    public void requireVersion(long known) {
        long version = whole("schemaVersion");
        if (version != known) {
            throw error("schemaVersion is " + version + ", and only " + known + " is known");
        }
    }

    /** Refuses members that nobody asked for. */
    public void done() {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                throw error("unknown member \"" + name + "\"");
            }
        }
    }

    /** An error at this object's place. */
    public KnowledgeException error(String problem) {
        return new KnowledgeException(file, place, problem);
    }

    private String notBlank(String name, String text) {
        if (text.isBlank()) {
            throw error("\"" + name + "\" is blank");
        }
        return text;
    }

    private <T> Optional<T> require(String name, Optional<T> value) {
        if (value.isEmpty()) {
            throw error("\"" + name + "\" is missing");
        }
        return value;
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        asked.add(name);
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(cast(name, type, value));
    }

    private <T> List<T> items(String name, Class<T> type, List<?> list) {
        List<T> result = new ArrayList<>(list.size());
        for (Object item : list) {
            result.add(cast(name, type, item));
        }
        return List.copyOf(result);
    }

    private <T> T cast(String name, Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw error("\"" + name + "\" is not " + (type == String.class ? "a text"
                    : type == Long.class ? "a whole number" : type == Boolean.class ? "true or false"
                    : type == List.class ? "a list" : "an object"));
        }
        return type.cast(value);
    }
}
