// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.api.Stage;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * All causes as texts, in the order of the file. Immutable.
 */
public final class CauseTexts {

    /** Where the causes stand. */
    public static final String FILE = "data/causes.json";

    private final Map<String, CauseEntry> byId;

    private CauseTexts(Map<String, CauseEntry> byId) {
        this.byId = byId;
    }

    /** Reads the causes of this bundle, and nothing else: the build has checked their references. */
    public static CauseTexts load() {
        return read(KnowledgeFiles.bundled(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads the causes and checks each remedy and source that they name.
     *
     * @param files where to read from
     * @return the causes
     * @throws KnowledgeException if a file breaks its rules; the message names file and place
     */
    public static CauseTexts loadChecked(KnowledgeFiles files) {
        return read(files, Optional.of(RemedyTexts.load(files).ids()), Optional.of(Sources.load(files).ids()));
    }

    private static CauseTexts read(KnowledgeFiles files, Optional<Set<String>> remedies,
            Optional<Set<String>> sources) {
        StrictObject root = StrictJson.read(files, FILE);
        root.requireVersion(1);
        root.text("asOf");
        Map<String, CauseEntry> byId = new LinkedHashMap<>();
        List<StrictObject> places = new ArrayList<>();
        root.objects("causes", o -> {
            CauseEntry entry = entry(o, remedies, sources);
            if (byId.put(entry.id(), entry) != null) {
                throw o.error("the cause \"" + entry.id() + "\" stands twice");
            }
            places.add(o);
            return entry;
        });
        root.done();
        int i = 0;
        for (CauseEntry entry : byId.values()) {
            places.get(i++).known("cause", entry.confusedWith(), Optional.of(byId.keySet()));
        }
        return new CauseTexts(byId);
    }

    private static CauseEntry entry(StrictObject o, Optional<Set<String>> remedies, Optional<Set<String>> sources) {
        return new CauseEntry(o.text("id"), o.text("title"), o.constant("stage", Stage.class),
                o.constant("baseRate", BaseRate.class), o.text("what"), o.text("shows"), o.text("mended"),
                o.text("arises"), o.texts("lookFirst"), o.texts("confusedWith"),
                o.known("remedy", o.texts("remedies"), remedies), o.constant("grade", Grade.class),
                o.text("gradeReason"),
                o.objects("attestation", a -> new Attestation(a.constant("grade", Grade.class), a.text("text"),
                        a.known("source", a.texts("sources"), sources))),
                o.objects("expectedCodes", CauseTexts::range), o.findText("expectedNote"),
                o.known("source", o.texts("sources"), sources));
    }

    private static CodeRange range(StrictObject o) {
        String kind = o.text("kind");
        o.known("kind of code", List.of(kind), Optional.of(Set.of("disconnect", "extended")));
        long from = o.whole("from");
        long to = o.whole("to");
        if (from < 0 || to < from) {
            throw o.error("the range of codes runs from " + from + " to " + to);
        }
        return new CodeRange(kind, from, to);
    }

    /** All causes, in the order of the file. */
    public List<CauseEntry> all() {
        return List.copyOf(byId.values());
    }

    /** The ids of all causes. */
    public Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** The cause of that id, if it is known. */
    public Optional<CauseEntry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The cause of that id.
     *
     * @throws NoSuchElementException if there is none
     */
    public CauseEntry require(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no cause \"" + id + "\"."));
    }
}
