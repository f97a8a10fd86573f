// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.Grade;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/** One list of numbers with its families. */
final class CodeTable {

    private static final Set<String> CATEGORIES = Set.of("user", "server", "network", "resources", "security",
            "credentials", "protocol", "licensing");

    private final CodeKind kind;
    private final List<Family> families;
    private final Map<Long, Known> known;
    private final List<String> notes;
    private final List<CodeBit> bits;

    private CodeTable(CodeKind kind, List<Family> families, Map<Long, Known> known, List<String> notes,
            List<CodeBit> bits) {
        this.kind = kind;
        this.families = families;
        this.known = known;
        this.notes = notes;
        this.bits = bits;
    }

    static CodeTable read(KnowledgeFiles files, CodeKind kind, Optional<Set<String>> causes,
            Optional<Set<String>> sources) {
        StrictObject root = StrictJson.read(files, kind.file());
        root.requireVersion(1);
        String id = root.text("kind");
        if (!id.equals(kind.id())) {
            throw root.error("the list is of kind \"" + id + "\" and \"" + kind.id() + "\" was expected");
        }
        root.text("title");
        root.text("asOf");
        root.text("field");
        List<String> notes = root.texts("notes");
        List<Family> families = root.objects("families", CodeTable::family);
        if (families.isEmpty() || !families.getLast().contains(0) || !families.getLast().contains(CodeKind.LARGEST)) {
            throw root.error("the last family must hold every number");
        }
        Map<Long, Known> known = new LinkedHashMap<>();
        root.objects("codes", o -> {
            Known row = row(o, kind, families, causes, sources);
            if (known.put(row.code(), row) != null) {
                throw o.error("the code " + row.display() + " stands twice");
            }
            return row;
        });
        List<CodeBit> bits = root.findObjects("bits",
                o -> new CodeBit(o.text("field"), o.whole("value"), o.text("constant"), o.text("meaning")));
        root.done();
        return new CodeTable(kind, families, known, notes, bits);
    }

    private static Family family(StrictObject o) {
        StrictObject match = o.object("match");
        Family family = new Family(o.text("id"), o.text("title"), o.text("meaning"), match.findWhole("lowByte"),
                match.findWhole("highWord"), match.findWhole("from"), match.findWhole("to"));
        match.done();
        return family;
    }

    private static Known row(StrictObject o, CodeKind kind, List<Family> families, Optional<Set<String>> causes,
            Optional<Set<String>> sources) {
        long code = o.whole("code");
        if (code < 0 || code > CodeKind.LARGEST) {
            throw o.error("the code " + code + " does not have 32 bits");
        }
        String category = o.text("category");
        o.known("category", List.of(category), Optional.of(CATEGORIES));
        List<CausePointer> points = o.findObjects("pointsTo", p -> pointer(p, causes));
        List<Disagreement> disagreements = o.findObjects("disagreements", d -> {
            String who = d.text("who");
            d.known("source", List.of(who), sources);
            return new Disagreement(who, d.text("says"));
        });
        List<Reading> readings = o.findObjects("readings", r -> new Reading(r.text("reading"),
                r.constant("grade", Grade.class), r.findText("answer"),
                r.known("source", r.texts("sources"), sources)));
        return new Known(kind, code, place(families, code), o.findText("constant"), o.flag("official"),
                o.text("meaning"), category, o.flag("isError"), points, disagreements, readings, o.findText("note"),
                o.findText("next"), o.findText("unverified"), o.known("source", o.texts("sources"), sources));
    }

    static CausePointer pointer(StrictObject o, Optional<Set<String>> causes) {
        String cause = o.text("cause");
        o.known("cause", List.of(cause), causes);
        return new CausePointer(cause, o.findText("when"));
    }

    private static Family place(List<Family> families, long code) {
        return families.stream().filter(f -> f.contains(code)).findFirst().orElseThrow();
    }

    Optional<Known> find(long code) {
        return Optional.ofNullable(known.get(code));
    }

    CodeMeaning meaning(long code) {
        Known row = known.get(code);
        return row != null ? row : new PlacedByFamily(kind, code, place(families, code));
    }

    List<Known> all() {
        return List.copyOf(known.values());
    }

    List<String> notes() {
        return notes;
    }

    List<CodeBit> bits() {
        return bits;
    }
}
