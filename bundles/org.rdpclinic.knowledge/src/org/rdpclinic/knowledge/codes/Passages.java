// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rdpclinic.api.Stage;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.codes.Explanation.Block;
import org.rdpclinic.knowledge.codes.Explanation.Bullets;
import org.rdpclinic.knowledge.codes.Explanation.Paragraph;
import org.rdpclinic.knowledge.codes.Explanation.Table;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/** Passages written for certain numbers, and the endings of connections: what a page holds beyond the lists. */
final class Passages {

    static final String FILE = "data/explain.json";
    static final String ENDINGS = "data/endings.json";

    private static final Set<String> SLOTS = Set.of("short", "first", "second", "claims", "ask", "look", "believe");

    private final List<Passage> all;
    private final Set<Long> closing;
    private final List<Ending> endings;

    private Passages(List<Passage> all, Set<Long> closing, List<Ending> endings) {
        this.all = all;
        this.closing = closing;
        this.endings = endings;
    }

    /** A passage and the numbers for which it was written; no number given means any. */
    record Passage(String slot, List<Long> disconnect, List<Long> extended, String heading, List<Block> blocks,
            List<String> sources) {

        boolean isFor(long first, OptionalLong second) {
            return (disconnect.isEmpty() || disconnect.contains(first))
                    && (extended.isEmpty() || second.isPresent() && extended.contains(second.getAsLong()));
        }
    }

    static Passages load(KnowledgeFiles files, Set<String> causes, Set<String> sources) {
        StrictObject root = StrictJson.read(files, FILE);
        root.requireVersion(1);
        root.text("asOf");
        Set<Long> closing = Set.copyOf(root.findWholes("closing"));
        List<Passage> all = root.objects("sections", o -> passage(o, sources));
        root.done();
        return new Passages(all, closing, endings(files, causes, sources));
    }

    private static Passage passage(StrictObject o, Set<String> sources) {
        String slot = o.text("slot");
        o.known("slot", List.of(slot), Optional.of(SLOTS));
        List<Block> blocks = new ArrayList<>();
        o.findTexts("paragraphs").forEach(text -> blocks.add(new Paragraph(text)));
        List<String> items = o.findTexts("items");
        if (!items.isEmpty()) {
            blocks.add(new Bullets(items, slot.equals("look")));
        }
        o.findObject("table").ifPresent(t -> {
            blocks.add(table(t));
            t.done();
        });
        if (blocks.isEmpty()) {
            throw o.error("the section is empty");
        }
        return new Passage(slot, o.findWholes("disconnect"), o.findWholes("extended"), o.text("heading"), blocks,
                o.known("source", o.texts("sources"), Optional.of(sources)));
    }

    private static Table table(StrictObject o) {
        try {
            return new Table(o.texts("headers"), o.rows("rows"));
        } catch (IllegalArgumentException e) {
            throw o.error("a row has another number of cells than the head");
        }
    }

    private static List<Ending> endings(KnowledgeFiles files, Set<String> causes, Set<String> sources) {
        StrictObject root = StrictJson.read(files, ENDINGS);
        root.requireVersion(1);
        root.text("asOf");
        root.text("note");
        List<Ending> endings = root.objects("endings", o -> new Ending(o.constant("stage", Stage.class),
                o.text("ending"), o.findObjects("pointsTo", p -> CodeTable.pointer(p, Optional.of(causes))),
                o.findText("mstsc"), o.findText("note"), o.findText("unverified"),
                o.known("source", o.texts("sources"), Optional.of(sources))));
        root.done();
        return endings;
    }

    List<Passage> in(String slot, long first, OptionalLong second) {
        return all.stream().filter(p -> p.slot().equals(slot) && p.isFor(first, second)).toList();
    }

    /** Whether the number says no more than that a connection ended. */
    boolean onlyCloses(long disconnect) {
        return closing.contains(disconnect);
    }

    List<Ending> endings() {
        return endings;
    }
}
