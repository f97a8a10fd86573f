// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.RankedCause.Standing;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;
import org.rdpclinic.report.TextCanvas.Paint;

/** The causes of a diagnosis as text: a bar for each, the findings for and against it, and what would split a group. */
final class TextCauses {

    private static final int BAR = 16;
    private static final int STANDING = 10;
    private static final int FOR = 4;
    private static final int AGAINST = 3;
    private static final int MISSING = 2;
    private static final int POSSIBLE = 4;
    private static final double WORTH_A_LINE = 0.02;

    private final TextCanvas canvas;
    private final Diagnosis diagnosis;
    private final Titles titles;
    private final boolean verbose;

    TextCauses(TextCanvas canvas, Diagnosis diagnosis, Titles titles, boolean verbose) {
        this.canvas = canvas;
        this.diagnosis = diagnosis;
        this.titles = titles;
        this.verbose = verbose;
    }

    void write() {
        List<RankedCause> named = diagnosis.named();
        List<RankedCause> possible = possible();
        boolean unexplained = diagnosis.unexplained() >= (verbose ? 0.01 : WORTH_A_LINE);
        if (named.isEmpty() && diagnosis.undecided().isEmpty() && possible.isEmpty() && !unexplained) {
            return;
        }
        canvas.heading("Causes");
        boolean first = true;
        for (RankedCause cause : named) {
            first = apart(first);
            bar(cause);
            findings(cause, Set.of());
        }
        for (UndecidedGroup group : diagnosis.undecided()) {
            first = apart(first);
            group(group);
        }
        if (!named.isEmpty() || !diagnosis.undecided().isEmpty()) {
            canvas.blank();
        }
        possible(possible);
        if (unexplained) {
            bar("Something that the clinic does not know", "", diagnosis.unexplained());
        }
        legend();
    }

    private boolean apart(boolean first) {
        if (!first) {
            canvas.blank();
        }
        return false;
    }

    private List<RankedCause> possible() {
        return diagnosis.causes().stream().filter(cause -> cause.standing() == Standing.POSSIBLE)
                .filter(cause -> verbose || cause.probability() >= WORTH_A_LINE).toList();
    }

    private void possible(List<RankedCause> possible) {
        boolean open = diagnosis.verdict() == Verdict.INCONCLUSIVE;
        int shown = 0;
        for (RankedCause cause : possible) {
            if (shown == POSSIBLE && !verbose && possible.size() > POSSIBLE + 1) {
                canvas.put("", 2, "and " + (possible.size() - POSSIBLE) + " more that are less likely", Paint.DIM);
                return;
            }
            shown++;
            bar(cause);
            if (verbose || open && shown <= 2) {
                findings(cause, Set.of());
            }
        }
    }

    private void bar(RankedCause cause) {
        bar(cause.title(), cause.standing().id(), cause.probability());
    }

    private void bar(String title, String standing, double probability) {
        int full = Math.clamp(Math.round(probability * BAR), 0, BAR);
        String bar = "█".repeat(full) + "░".repeat(BAR - full);
        String percent = " ".repeat(4 - Words.percent(probability).length()) + Words.percent(probability);
        canvas.row("", Paint.NONE, 2, title, Paint.BOLD,
                standing + " ".repeat(STANDING - standing.length()) + bar + percent, Paint.NONE);
    }

    private void findings(RankedCause cause, Set<String> told) {
        list("+", Paint.GREEN, cause.supporting(), told, verbose ? Integer.MAX_VALUE : FOR);
        list("−", Paint.RED, cause.opposing(), told, verbose ? Integer.MAX_VALUE : AGAINST);
        if (verbose || cause.standing() != Standing.UNDECIDED) {
            list("?", Paint.YELLOW, cause.missing(), told, verbose ? Integer.MAX_VALUE : MISSING);
        }
    }

    private void list(String mark, Paint paint, List<WeighedFinding> findings, Set<String> told, int most) {
        List<WeighedFinding> left =
                findings.stream().filter(finding -> !told.contains(finding.finding())).toList();
        int shown = left.size() - 1 <= most ? left.size() : most;
        for (WeighedFinding finding : left.subList(0, shown)) {
            canvas.row("    " + mark, paint, 6, Words.sentence(finding.says()), Paint.NONE,
                    mark.equals("?") ? "" : Words.factor(finding.weight()), Paint.DIM);
        }
        if (shown < left.size()) {
            canvas.row("    " + mark, paint, 6, (left.size() - shown) + " more", Paint.DIM, "", Paint.NONE);
        }
    }

    private void group(UndecidedGroup group) {
        List<RankedCause> members = diagnosis.causes().stream()
                .filter(cause -> group.causes().contains(cause.cause())).toList();
        canvas.row("", Paint.NONE, 2, "One of these, which the evidence at hand cannot split:", Paint.NONE,
                Words.percent(group.probability()), Paint.NONE);
        Set<String> shared = shared(members);
        if (!members.isEmpty()) {
            list("+", Paint.GREEN, members.getFirst().supporting().stream()
                    .filter(finding -> shared.contains(finding.finding()))
                    .toList(), Set.of(), FOR);
        }
        for (RankedCause cause : members) {
            bar(cause);
            findings(cause, shared);
        }
        decided(group);
    }

    /** Ids of the findings that speak for each of the causes: they are told once. */
    private static Set<String> shared(List<RankedCause> members) {
        Set<String> shared = new LinkedHashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Set<String> own = new HashSet<>();
            members.get(i).supporting().forEach(finding -> own.add(finding.finding()));
            if (i == 0) {
                shared.addAll(own);
            } else {
                shared.retainAll(own);
            }
        }
        return shared;
    }

    private void decided(UndecidedGroup group) {
        List<String> told = new ArrayList<>();
        for (UndecidedGroup.Decider decider : group.decidedBy()) {
            String keys = decider.keys().isEmpty() ? "" : ": " + String.join(", ", decider.keys());
            String line = Words.capital(Words.places(decider.where())) + " would decide" + keys;
            if (!told.contains(line)) {
                told.add(line);
                canvas.row("    →", Paint.YELLOW, 6, line, Paint.NONE, titles.probe(decider.probe()), Paint.DIM);
            }
        }
    }

    private void legend() {
        boolean weighed = diagnosis.causes().stream()
                .anyMatch(cause -> verbose || cause.standing() != Standing.POSSIBLE
                        || diagnosis.verdict() == Verdict.INCONCLUSIVE);
        if (weighed) {
            canvas.blank();
            canvas.put("", 2, "+ speaks for, − against, ? is not known; × 20: this makes the cause 20 times "
                    + "as likely against the rest, ÷ 20: that much less.", Paint.DIM);
        }
    }
}
