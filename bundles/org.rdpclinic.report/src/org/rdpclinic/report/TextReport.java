// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.NextProbe;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.report.TextCanvas.Paint;

/**
 * A case as text for a terminal. The first lines say all that somebody in a hurry must know: verdict, why, where it
 * breaks, what to do. Then come the causes with the findings for and against each, the stages, and what is worth
 * mending.
 */
public final class TextReport {

    private static final int LABEL = 11;
    private static final int REMEDIES = 4;
    private static final int NEXT = 3;

    private final TextStyle style;
    private final Titles titles;

    /** A report in a style, with titles for the ids in a case. */
    public TextReport(TextStyle style, Titles titles) {
        this.style = Objects.requireNonNull(style, "style");
        this.titles = Objects.requireNonNull(titles, "titles");
    }

    /**
     * Writes a case.
     *
     * @param verbose whether every cause, finding and probe is told, instead of those that matter
     * @return lines that end in a line feed each
     */
    public String write(Case c, boolean verbose) {
        TextCanvas canvas = new TextCanvas(style);
        summary(canvas, c);
        new TextCauses(canvas, c.diagnosis(), titles, verbose).write();
        new TextStages(canvas).write(c.diagnosis().stages());
        toDo(canvas, c.diagnosis(), verbose);
        advisories(canvas, c.diagnosis().advisories());
        next(canvas, c.diagnosis(), verbose);
        questions(canvas, Questions.of(c).open());
        probes(canvas, c.runs(), verbose);
        facts(canvas, c);
        return canvas.toString();
    }

    private void summary(TextCanvas canvas, Case c) {
        Summary summary = new Summary(c, titles);
        Paint paint = switch (c.diagnosis().verdict()) {
            case PROBLEM -> Paint.BOLD_RED;
            case HEALTHY -> Paint.BOLD_GREEN;
            case INCONCLUSIVE -> Paint.BOLD_YELLOW;
        };
        String lead = summary.word() + ": ";
        canvas.row(lead, paint, lead.length(), summary.sentence(), Paint.BOLD, "", Paint.NONE);
        summary.lines().forEach((label, text) -> canvas.put("  " + label, LABEL + 2, text, Paint.NONE));
    }

    private void toDo(TextCanvas canvas, Diagnosis diagnosis, boolean verbose) {
        Set<String> remedies = new LinkedHashSet<>();
        diagnosis.named().forEach(cause -> remedies.addAll(cause.remedies()));
        if (remedies.isEmpty()) {
            return;
        }
        canvas.heading("What mends it, the best first");
        int number = 0;
        for (String remedy : remedies) {
            if (number == REMEDIES && !verbose && remedies.size() > REMEDIES + 1) {
                canvas.put("", 5, "and " + (remedies.size() - REMEDIES) + " more", Paint.DIM);
                return;
            }
            number++;
            String title = titles.remedy(remedy);
            canvas.row("  " + number + ".", Paint.NONE, 5, title, Paint.NONE, title.equals(remedy) ? "" : remedy,
                    Paint.DIM);
        }
    }

    private static void advisories(TextCanvas canvas, List<Advisory> advisories) {
        if (advisories.isEmpty()) {
            return;
        }
        canvas.heading("Worth mending besides; it explains no failure here");
        for (Advisory advisory : advisories) {
            canvas.row("  !", Paint.YELLOW, 4, Words.sentence(advisory.says()), Paint.NONE, "", Paint.NONE);
            if (!advisory.advice().isEmpty()) {
                canvas.put("", 4, Words.sentence(advisory.advice()), Paint.DIM);
            }
        }
    }

    private void next(TextCanvas canvas, Diagnosis diagnosis, boolean verbose) {
        if (diagnosis.next().isEmpty() || diagnosis.verdict() == Verdict.HEALTHY && !verbose) {
            return;
        }
        canvas.heading("What would tell most next");
        for (NextProbe next : diagnosis.next().subList(0, verbose ? diagnosis.next().size()
                : Math.min(NEXT, diagnosis.next().size()))) {
            String lacks = next.needs().isEmpty() ? "" : "; it lacks " + Words.places(next.needs());
            canvas.row("  →", Paint.NONE, 4, titles.probe(next.probe()) + lacks, Paint.NONE, next.probe(), Paint.DIM);
        }
    }

    private static void questions(TextCanvas canvas, List<Questions.Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        canvas.heading("What only you can tell");
        for (Questions.Question question : questions) {
            canvas.put("  ?", 4, question.text(), Paint.NONE);
            canvas.put("", 4, question.option(), Paint.DIM);
        }
    }

    private void probes(TextCanvas canvas, List<ProbeRun> runs, boolean verbose) {
        List<ProbeRun> told = new ArrayList<>(runs);
        if (!verbose) {
            told.removeIf(run -> run.end() instanceof ProbeRun.Completed || run.end() instanceof ProbeRun.NotRelevant
                    || run.end() instanceof ProbeRun.Skipped || run.end() instanceof ProbeRun.Blocked);
        }
        if (told.isEmpty()) {
            return;
        }
        canvas.heading(verbose ? "Probes" : "Probes that did not end well");
        for (ProbeRun run : told) {
            boolean good = run.end() instanceof ProbeRun.Completed;
            String reason = run.end().reason().isEmpty() ? "" : ": " + run.end().reason();
            String advice = run.end().advice().isEmpty() ? "" : " " + run.end().advice();
            canvas.row(good ? "  ✓" : "  ·", good ? Paint.GREEN : Paint.YELLOW, 4,
                    titles.probe(run.probe()) + ", " + run.end().status().replace('-', ' ') + reason + advice,
                    Paint.NONE, Durations.format(run.time()), Paint.DIM);
        }
    }

    private static void facts(TextCanvas canvas, Case c) {
        canvas.heading("The case");
        canvas.put("  Target", LABEL + 2, c.target().address()
                + c.target().gateway().map(gateway -> " by the gateway " + gateway).orElse(""), Paint.NONE);
        canvas.put("  Client", LABEL + 2, c.client().title() + " (" + c.client().id() + ")", Paint.NONE);
        if (c.symptom().isGiven()) {
            canvas.put("  You saw", LABEL + 2, Words.symptom(c.symptom()), Paint.NONE);
        }
        canvas.put("  Opened", LABEL + 2, Words.time(c.created()), Paint.NONE);
        canvas.put("  Case", LABEL + 2, c.id(), Paint.NONE);
    }
}
