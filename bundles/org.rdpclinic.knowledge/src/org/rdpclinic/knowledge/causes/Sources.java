// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * All sources of the knowledge base. Immutable.
 */
public final class Sources {

    /** Where the sources stand. */
    public static final String FILE = "data/sources.json";

    private final Map<String, Source> byId;

    private Sources(Map<String, Source> byId) {
        this.byId = byId;
    }

    /** Reads the sources of this bundle. */
    public static Sources load() {
        return load(KnowledgeFiles.bundled());
    }

    /**
     * Reads the sources.
     *
     * @param files where to read from
     * @return the sources
     * @throws KnowledgeException if the file breaks its rules; the message names file and place
     */
    public static Sources load(KnowledgeFiles files) {
        StrictObject root = StrictJson.read(files, FILE);
        root.requireVersion(1);
        root.text("asOf");
        Map<String, Source> byId = new LinkedHashMap<>();
        root.objects("sources", o -> {
            Source source = new Source(o.text("id"), o.text("title"), o.text("where"), o.text("authority"),
                    o.findText("gives"));
            if (byId.put(source.id(), source) != null) {
                throw o.error("the source \"" + source.id() + "\" stands twice");
            }
            return source;
        });
        root.done();
        return new Sources(byId);
    }

    /** All sources, in the order of the file. */
    public List<Source> all() {
        return List.copyOf(byId.values());
    }

    /** The ids of all sources. */
    public Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** The source of that id, if it is known. */
    public Optional<Source> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The source of that id.
     *
     * @throws NoSuchElementException if there is none
     */
    public Source require(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no source \"" + id + "\"."));
    }
}
