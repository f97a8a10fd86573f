// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.CodeRange;
import org.rdpclinic.knowledge.causes.Grade;
import org.rdpclinic.knowledge.codes.Explanation.Block;
import org.rdpclinic.knowledge.codes.Explanation.Bullets;
import org.rdpclinic.knowledge.codes.Explanation.Paragraph;

/** Which causes a pair of numbers speaks for: those that it points to, and for a mere close those that are attested. */
final class CauseSection {

    private static final long CLOSED = 2308;
    private static final int LOOK_AT_MOST = 4;

    private final CauseTexts causes;
    private final CodeMeaning first;
    private final boolean onlyCloses;
    private final Map<String, String> pointed = new LinkedHashMap<>();

    CauseSection(CauseTexts causes, CodeMeaning first, Optional<CodeMeaning> second, boolean onlyCloses) {
        this.causes = causes;
        this.first = first;
        this.onlyCloses = onlyCloses;
        collect(first, "disconnect", CodeKind.hex(first.code()));
        second.ifPresent(m -> collect(m, "extended", "extended " + CodeKind.hex(m.code())));
    }

    private void collect(CodeMeaning meaning, String kind, String shown) {
        if (meaning instanceof Known known && !known.pointsTo().isEmpty()) {
            for (CausePointer pointer : known.pointsTo()) {
                pointed.putIfAbsent(pointer.cause(),
                        shown + " points to it" + pointer.when().map(w -> ", " + w).orElse("") + ".");
            }
            return;
        }
        for (CauseEntry cause : causes.all()) {
            for (CodeRange range : cause.expectedCodes()) {
                // Zero says that nothing is known; it would name causes for every ordinary end.
                if (range.kind().equals(kind) && range.contains(meaning.code()) && meaning.code() != 0) {
                    pointed.putIfAbsent(cause.id(), "One would expect " + shown + " for it.");
                }
            }
        }
    }

    String summary() {
        if (!pointed.isEmpty()) {
            List<String> titles = pointed.keySet().stream().map(id -> causes.require(id).title()).toList();
            return "It points to: " + String.join("; ", titles) + ".";
        }
        if (first instanceof Known known && !known.isError()) {
            return "This is an ordinary end of a session, not a failure.";
        }
        return onlyCloses ? "The number says that the connection ended, and names no cause. The stage at which it "
                + "ended is the evidence." : "It points to no cause in particular.";
    }

    List<String> lookFirst() {
        return pointed.keySet().stream().flatMap(id -> causes.require(id).lookFirst().stream()).distinct()
                .limit(LOOK_AT_MOST).toList();
    }

    Map<String, List<Block>> blocks(Set<String> cited) {
        Map<String, List<Block>> sections = new LinkedHashMap<>();
        if (!pointed.isEmpty()) {
            List<String> items = new ArrayList<>();
            pointed.forEach((id, why) -> {
                CauseEntry cause = causes.require(id);
                items.add(cause.title() + " (" + id + "). " + capital(why) + " " + cause.shows());
            });
            sections.put("Causes that these numbers point to", List.of(new Bullets(items, false)));
        }
        if (first.code() == CLOSED) {
            sections.put("Causes by how well they are attested for 0x904 with 0x7", graded(cited));
        }
        return sections;
    }

    private List<Block> graded(Set<String> cited) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("The grade says how likely the code is when the cause is there. With something else "
                + "it is about 0.1, so A, B and C speak for a cause, and D and X against it. How often a cause is met "
                + "at all is another matter."));
        for (Grade grade : Grade.values()) {
            List<String> items = new ArrayList<>();
            for (CauseEntry cause : causes.all()) {
                if (cause.grade() == grade) {
                    cause.attestation().forEach(a -> cited.addAll(a.sources()));
                    items.add(cause.title() + " (" + cause.id() + "). " + cause.gradeReason() + expected(cause));
                }
            }
            if (!items.isEmpty()) {
                blocks.add(new Paragraph(
                        "Grade " + grade + " (" + grade.probability() + "): " + grade.meaning() + "."));
                blocks.add(new Bullets(items, false));
            }
        }
        return blocks;
    }

    private static String expected(CauseEntry cause) {
        String codes = String.join(", ", cause.expectedCodes().stream().map(CodeRange::display).toList());
        return (codes.isEmpty() ? "" : " Expected instead: " + codes + ".")
                + cause.expectedNote().map(n -> " " + n).orElse("");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
