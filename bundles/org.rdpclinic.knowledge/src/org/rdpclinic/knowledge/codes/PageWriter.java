// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Source;
import org.rdpclinic.knowledge.causes.Sources;
import org.rdpclinic.knowledge.codes.Explanation.Block;
import org.rdpclinic.knowledge.codes.Explanation.Bullets;
import org.rdpclinic.knowledge.codes.Explanation.Paragraph;
import org.rdpclinic.knowledge.codes.Explanation.Section;
import org.rdpclinic.knowledge.codes.Explanation.Table;

/** Writes one page: the passages for these numbers where there are any, else what the lists say. */
final class PageWriter {

    private final CauseTexts causes;
    private final Sources sources;
    private final Passages passages;
    private final CodeMeaning first;
    private final Optional<CodeMeaning> second;
    private final OptionalLong secondCode;
    private final boolean onlyCloses;
    private final Set<String> cited = new LinkedHashSet<>();
    private final List<Section> sections = new ArrayList<>();

    PageWriter(CauseTexts causes, Sources sources, Passages passages, CodeMeaning first,
            Optional<CodeMeaning> second) {
        this.causes = causes;
        this.sources = sources;
        this.passages = passages;
        this.first = first;
        this.second = second;
        this.secondCode = second.map(m -> OptionalLong.of(m.code())).orElse(OptionalLong.empty());
        this.onlyCloses = passages.onlyCloses(first.code());
    }

    Explanation write(Optional<String> firstAdvice, Optional<String> secondAdvice) {
        CauseSection causeSection = new CauseSection(causes, first, second, onlyCloses);
        inShort(causeSection, firstAdvice, secondAdvice);
        add("first", "What " + CodeKind.hex(first.code()) + " says", facts(first));
        addPassages("first");
        add("second", second.map(m -> "What extended " + CodeKind.hex(m.code()) + " says")
                .orElse("The second number"), second.map(m -> facts(m)).orElseGet(PageWriter::askForSecond));
        addPassages("second");
        claims();
        addPassages("ask");
        look(causeSection);
        if (onlyCloses) {
            add("endings", "Where the connection dies, and what that points to", endings());
        }
        causeSection.blocks(cited).forEach((heading, blocks) -> add("causes", heading, blocks));
        addPassages("believe");
        add("sources", "Sources", citedSources());
        return new Explanation(title(), sections);
    }

    private String title() {
        String numbers = CodeKind.hex(first.code())
                + second.map(m -> " with extended " + CodeKind.hex(m.code())).orElse("");
        List<Passages.Passage> written = passages.in("short", first.code(), secondCode);
        if (!written.isEmpty()) {
            return numbers + ": " + written.getFirst().heading();
        }
        return first instanceof Known known
                ? numbers + known.constant().map(c -> ", " + c).orElse("")
                : numbers + (first.family().id().equals(Family.UNPLACED) ? ", a number of no known family"
                        : ", a number of the family " + first.family().title());
    }

    private void inShort(CauseSection causeSection, Optional<String> firstAdvice, Optional<String> secondAdvice) {
        List<Block> blocks = new ArrayList<>();
        firstAdvice.ifPresent(a -> blocks.add(new Paragraph(a)));
        secondAdvice.ifPresent(a -> blocks.add(new Paragraph(a)));
        List<Passages.Passage> written = passages.in("short", first.code(), secondCode);
        for (Passages.Passage passage : written) {
            blocks.addAll(passage.blocks());
            cited.addAll(passage.sources());
        }
        if (written.isEmpty()) {
            blocks.add(new Paragraph(first.sentence()));
            second.ifPresent(m -> blocks.add(new Paragraph("Extended " + m.sentence())));
            blocks.add(new Paragraph(causeSection.summary()));
        }
        add("short", "In short", blocks);
    }

    private List<Block> facts(CodeMeaning meaning) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(meaning.sentence()));
        if (meaning instanceof Known known) {
            cited.addAll(known.sources());
            blocks.add(new Bullets(facts(known), false));
        }
        return blocks;
    }

    private static List<String> facts(Known known) {
        List<String> facts = new ArrayList<>();
        if (known.kind() == CodeKind.ERROR_INFO) {
            facts.add("The list of extended codes lacks it; the Set Error Info code of the same number gives its "
                    + "meaning.");
        }
        facts.add(known.official() ? "The vendor's own list names it."
                : "The vendor's own list does not name it; its meaning is what the client's text or another program "
                        + "says.");
        facts.add("Family: " + known.family().title() + ". " + known.family().meaning());
        if (!known.isError()) {
            facts.add("By itself it is no failure.");
        }
        known.note().ifPresent(facts::add);
        known.next().ifPresent(n -> facts.add("Next: " + n));
        known.unverified().ifPresent(u -> facts.add("Unverified: " + u));
        return facts;
    }

    private static List<Block> askForSecond() {
        return List.of(new Paragraph("The client's dialog shows a second number, the extended code. It was not given; "
                + "with it this page says more. No event of the client holds it, so it must be read off the dialog."));
    }

    private void claims() {
        addPassages("claims");
        List<List<String>> rows = new ArrayList<>();
        disagreements(first, rows);
        second.ifPresent(m -> disagreements(m, rows));
        if (!rows.isEmpty()) {
            add("claims", "Where sources disagree",
                    List.of(new Table(List.of("Number", "Source", "What it says"), rows)));
        }
    }

    private void disagreements(CodeMeaning meaning, List<List<String>> rows) {
        if (meaning instanceof Known known) {
            String number = (known == first ? "" : "extended ") + CodeKind.hex(known.code());
            for (Disagreement d : known.disagreements()) {
                cited.add(d.source());
                rows.add(List.of(number, sources.require(d.source()).title(), d.says()));
                number = "";
            }
        }
    }

    private void look(CauseSection causeSection) {
        List<Passages.Passage> written = passages.in("look", first.code(), secondCode);
        List<String> items = causeSection.lookFirst();
        if (!items.isEmpty()) {
            add("look", written.isEmpty() ? "What to look at first" : "What the second number adds to look at",
                    List.of(new Bullets(items, true)));
        }
        addPassages("look");
        if (items.isEmpty() && written.isEmpty()) {
            add("look", "What to look at first", List.of(new Paragraph(first instanceof Known known && !known.isError()
                    ? "Nothing failed by this number alone. Where a user complains all the same, ask what was seen."
                    : "The number alone decides nothing. Find out how far a connection gets: "
                            + "./clinic diagnose HOST --code " + CodeKind.hex(first.code()) + ".")));
        }
    }

    private List<Block> endings() {
        List<List<String>> rows = new ArrayList<>();
        for (Ending ending : passages.endings()) {
            cited.addAll(ending.sources());
            List<String> points = new ArrayList<>();
            for (CausePointer pointer : ending.pointsTo()) {
                points.add(causes.require(pointer.cause()).title()
                        + pointer.when().map(w -> " (" + w + ")").orElse(""));
            }
            rows.add(List.of(ending.stage().title(), ending.ending(),
                    points.isEmpty() ? ending.note().orElse("") : String.join("; ", points)));
        }
        return List.of(new Paragraph("No ending proves a cause that the server alone knows; it narrows the field to a "
                + "few."), new Table(List.of("Stage", "What is seen", "Points to"), rows));
    }

    private List<Block> citedSources() {
        List<String> items = new ArrayList<>();
        for (String id : cited) {
            Source source = sources.require(id);
            items.add(source.title() + " (" + source.authority() + "): " + source.where());
        }
        return List.of(items.isEmpty() ? new Paragraph("No source names this number; its family is our reading of the "
                + "lists.") : new Bullets(items, false));
    }

    private void addPassages(String slot) {
        for (Passages.Passage passage : passages.in(slot, first.code(), secondCode)) {
            add(slot, passage.heading(), passage.blocks());
            cited.addAll(passage.sources());
        }
    }

    private void add(String id, String heading, List<Block> blocks) {
        sections.add(new Section(id, heading, blocks));
    }
}
