// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.UndecidedGroup;

/**
 * What somebody in a hurry must know, in five lines: the verdict in a sentence, why, where it breaks, and what to do.
 * Text and HTML start with the same.
 */
final class Summary {

    private final Case c;
    private final Diagnosis diagnosis;
    private final Titles titles;

    Summary(Case c, Titles titles) {
        this.c = c;
        this.diagnosis = c.diagnosis();
        this.titles = titles;
    }

    /** The verdict in one word, in capitals. */
    String word() {
        return diagnosis.verdict().name();
    }

    /** The verdict in a sentence, without that word. */
    String sentence() {
        String to = "Remote Desktop to " + c.target();
        return switch (diagnosis.verdict()) {
            case PROBLEM -> to + (fails() ? " fails. " : " is at fault. ") + what();
            case HEALTHY -> to + " works, as far as one sees without a password.";
            case INCONCLUSIVE -> !failing().isEmpty() ? to + " fails, and the evidence names no cause."
                    : c.symptom().isGiven() ? to + " answers here as it should, but you saw it fail."
                            : to + ": too little is known for a verdict.";
        };
    }

    private boolean fails() {
        return !failing().isEmpty() || c.symptom().isGiven() || !diagnosis.named().isEmpty();
    }

    private String what() {
        List<String> parts = new ArrayList<>();
        List<RankedCause> named = diagnosis.named();
        if (!named.isEmpty()) {
            parts.add(Words.and(named.stream().map(cause -> cause.title() + " (" + Words.percent(cause.probability())
                    + ")").toList()) + ".");
        }
        for (UndecidedGroup group : diagnosis.undecided()) {
            parts.add("One of " + group.causes().size() + " causes (" + Words.percent(group.probability())
                    + " together): " + Words.or(group.causes().stream().map(this::title).toList()) + ".");
        }
        return String.join(" ", parts);
    }

    String title(String cause) {
        return diagnosis.causes().stream().filter(ranked -> ranked.cause().equals(cause)).map(RankedCause::title)
                .findFirst().orElseGet(() -> titles.cause(cause));
    }

    /** The labelled lines below the verdict, in the order in which they matter. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        if (!c.origin().isEmpty()) {
            lines.put("Not real", c.origin());
        }
        List<RankedCause> chief = chief();
        List<String> why = chief.stream().flatMap(cause -> cause.supporting().stream().limit(1))
                .map(finding -> Words.sentence(finding.says())).distinct().limit(2).toList();
        if (!why.isEmpty()) {
            lines.put("Why", String.join(" ", why));
        } else if (diagnosis.verdict() == Verdict.INCONCLUSIVE) {
            likeliest(lines);
        }
        lines.put("Where", where());
        toDo(lines);
        return lines;
    }

    /** The causes that the verdict speaks of. */
    private List<RankedCause> chief() {
        return diagnosis.causes().stream().filter(cause -> cause.standing() != RankedCause.Standing.POSSIBLE).toList();
    }

    private void likeliest(Map<String, String> lines) {
        List<String> likeliest = diagnosis.causes().stream().limit(3).map(cause -> cause.title() + " ("
                + Words.percent(cause.probability()) + ")").toList();
        if (!likeliest.isEmpty()) {
            lines.put("Likeliest", String.join(", ", likeliest) + ".");
        }
    }

    private List<StageRow> failing() {
        return diagnosis.stages().stream().filter(row -> row.outcome() == StageRow.Outcome.FAILED
                || row.outcome() == StageRow.Outcome.SOMETIMES).toList();
    }

    /** The stage at which it breaks, or how far the clinic came. */
    String where() {
        List<StageRow> failing = failing();
        if (!failing.isEmpty()) {
            StageRow first = failing.getFirst();
            long addresses = failing.stream().map(StageRow::address).distinct().count();
            boolean elsewhere = diagnosis.stages().stream().anyMatch(row -> row.stage() == first.stage()
                    && row.outcome() == StageRow.Outcome.PASSED);
            String how = first.outcome() == StageRow.Outcome.FAILED ? " fails" : " fails sometimes";
            return "\"" + first.stage().title() + "\"" + how
                    + (first.address().isEmpty() ? "" : " at " + first.address())
                    + (addresses > 1 ? " and at " + (addresses - 1) + " more" : "")
                    + (elsewhere ? ", and passes at another address" : "")
                    + (first.detail().isEmpty() ? "." : ": " + sentenceEnd(first.detail()));
        }
        return diagnosis.stages().stream().filter(row -> row.outcome() == StageRow.Outcome.PASSED)
                .reduce((earlier, later) -> later.stage().compareTo(earlier.stage()) >= 0 ? later : earlier)
                .map(row -> "Every stage up to \"" + row.stage().title() + "\" was passed"
                        + (row.address().isEmpty() ? "" : " at " + row.address())
                        + (diagnosis.named().isEmpty() ? "." : "; what was seen there is the fault."))
                .orElse("No stage was tried.");
    }

    private void toDo(Map<String, String> lines) {
        Set<String> remedies = new LinkedHashSet<>();
        diagnosis.named().forEach(cause -> cause.remedies().stream().limit(1).forEach(remedies::add));
        if (!remedies.isEmpty()) {
            lines.put("To do", Words.and(remedies.stream().map(titles::remedy).toList()) + ".");
        } else if (!diagnosis.undecided().isEmpty() && !diagnosis.undecided().getFirst().decidedBy().isEmpty()) {
            List<String> needs = diagnosis.undecided().getFirst().decidedBy().stream()
                    .flatMap(decider -> Stream.of(decider.where().split(", *"))).toList();
            lines.put("To do", "Look into " + Words.places(needs) + ": that decides.");
        } else if (!diagnosis.next().isEmpty()) {
            String needs = diagnosis.next().getFirst().needs();
            lines.put("To do", "Next: " + titles.probe(diagnosis.next().getFirst().probe())
                    + (needs.isEmpty() ? "." : "; it lacks " + sentenceEnd(Words.places(needs))));
        } else if (diagnosis.verdict() == Verdict.HEALTHY && !diagnosis.advisories().isEmpty()) {
            int count = diagnosis.advisories().size();
            lines.put("To do", count == 1 ? "Nothing must be done. One thing is worth mending, see below."
                    : "Nothing must be done. " + count + " things are worth mending, see below.");
        }
    }

    /** The text with a full stop at its end. */
    static String sentenceEnd(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
