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
 * All remedies as texts, in the order of the file. Immutable.
 */
public final class RemedyTexts {

    /** Where the remedies stand. */
    public static final String FILE = "data/remedies.json";

    private final Map<String, RemedyEntry> byId;

    private RemedyTexts(Map<String, RemedyEntry> byId) {
        this.byId = byId;
    }

    /** Reads the remedies of this bundle. */
    public static RemedyTexts load() {
        return load(KnowledgeFiles.bundled());
    }

    /**
     * Reads the remedies.
     *
     * @param files where to read from
     * @return the remedies
     * @throws KnowledgeException if the file breaks its rules; the message names file and place
     */
    public static RemedyTexts load(KnowledgeFiles files) {
        StrictObject root = StrictJson.read(files, FILE);
        root.requireVersion(1);
        Map<String, RemedyEntry> byId = new LinkedHashMap<>();
        root.objects("remedies", o -> {
            RemedyEntry entry = new RemedyEntry(o.text("id"), o.text("title"), o.text("description"),
                    o.constant("risk", Risk.class), o.flag("temporary", false), o.flag("guidance", false));
            if (byId.put(entry.id(), entry) != null) {
                throw o.error("the remedy \"" + entry.id() + "\" stands twice");
            }
            return entry;
        });
        root.done();
        return new RemedyTexts(byId);
    }

    /** All remedies, in the order of the file. */
    public List<RemedyEntry> all() {
        return List.copyOf(byId.values());
    }

    /** The ids of all remedies. */
    public Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** The remedy of that id, if it is known. */
    public Optional<RemedyEntry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The remedy of that id.
     *
     * @throws NoSuchElementException if there is none
     */
    public RemedyEntry require(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no remedy \"" + id + "\"."));
    }
}
