// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.report.TextCanvas.Paint;

/** Two cases side by side: verdict, causes, stages, and the observations that differ. */
public final class TextComparison {

    private static final int LABEL = 22;
    /** Of each attempt and each certificate there are many: their values are put together. */
    private static final int LONGEST_LIST = 6;

    private final TextStyle style;
    private final Titles titles;

    /** A comparison in a style, with titles for the ids in the cases. */
    public TextComparison(TextStyle style, Titles titles) {
        this.style = Objects.requireNonNull(style, "style");
        this.titles = Objects.requireNonNull(titles, "titles");
    }

    /** Writes what is alike in short, and what differs; lines end in a line feed each. */
    public String write(Case left, Case right) {
        TextCanvas canvas = new TextCanvas(style);
        boolean same = left.diagnosis().verdict() == right.diagnosis().verdict() && named(left).equals(named(right));
        canvas.put("", 0, same ? "Both cases come to the same: " + outcome(left) + "."
                : "The cases differ: " + outcome(left) + " on the left, " + outcome(right) + " on the right.",
                Paint.BOLD);
        canvas.blank();
        row(canvas, "", left.id(), right.id());
        row(canvas, "Target", left.target().toString(), right.target().toString());
        row(canvas, "Opened", false, Words.time(left.created()), Words.time(right.created()));
        row(canvas, "Client", left.client().title(), right.client().title());
        row(canvas, "You saw", symptom(left), symptom(right));
        canvas.heading("Causes");
        both(canvas, causes(left), causes(right));
        canvas.heading("How far a connection comes");
        stages(canvas, left, right);
        observations(canvas, left, right);
        return canvas.toString();
    }

    private String outcome(Case c) {
        List<String> named = named(c);
        return c.diagnosis().verdict().id() + (named.isEmpty() ? "" : ", " + Words.and(named));
    }

    private List<String> named(Case c) {
        List<String> titles = new ArrayList<>(c.diagnosis().named().stream().map(RankedCause::title).toList());
        Summary summary = new Summary(c, this.titles);
        c.diagnosis().undecided().forEach(group -> titles.add(
                Words.or(group.causes().stream().map(summary::title).toList())));
        return titles;
    }

    private static String symptom(Case c) {
        return c.symptom().isGiven() ? Words.symptom(c.symptom()) : "nothing reported";
    }

    private static Map<String, String> causes(Case c) {
        Map<String, String> causes = new LinkedHashMap<>();
        c.diagnosis().causes().stream().filter(cause -> cause.probability() >= 0.02).forEach(cause -> causes.put(
                cause.title(), Words.percent(cause.probability()) + ", " + cause.standing().id()));
        return causes;
    }

    /** Stages differ by their outcome; times differ always. */
    private void stages(TextCanvas canvas, Case left, Case right) {
        Map<String, String> first = stages(left, false);
        Map<String, String> second = stages(right, false);
        Map<String, String> firstTimed = stages(left, true);
        Map<String, String> secondTimed = stages(right, true);
        Set<String> stages = new LinkedHashSet<>(first.keySet());
        stages.addAll(second.keySet());
        for (String stage : stages) {
            row(canvas, stage, !Objects.equals(first.get(stage), second.get(stage)),
                    firstTimed.getOrDefault(stage, "–"), secondTimed.getOrDefault(stage, "–"));
        }
    }

    private static Map<String, String> stages(Case c, boolean timed) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (StageRow row : c.diagnosis().stages()) {
            String time = timed ? row.time().map(length -> ", " + Durations.format(length)).orElse("") : "";
            stages.merge(row.stage().title(), Words.outcome(row.outcome()) + time,
                    (one, other) -> one.equals(other) ? one : one + "; " + other);
        }
        return stages;
    }

    private void observations(TextCanvas canvas, Case left, Case right) {
        Map<String, String> first = values(left);
        Map<String, String> second = values(right);
        Set<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        List<String> differing =
                keys.stream().filter(key -> !Objects.equals(first.get(key), second.get(key))).toList();
        canvas.heading("Observations that differ");
        if (differing.isEmpty()) {
            canvas.put("", 2, "None.", Paint.NONE);
        }
        for (String key : differing) {
            row(canvas, key, first.getOrDefault(key, "not observed"), second.getOrDefault(key, "not observed"));
        }
    }

    /**
     * The values of each key, put together over its subjects; times and ports differ from run to run and tell nothing.
     */
    private static Map<String, String> values(Case c) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Observation observation : c.observations().all()) {
            String key = observation.key().id();
            boolean noise = observation.value() instanceof Duration || key.equals(AttemptKeys.LOCAL_PORT.id());
            if (!noise) {
                values.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(Words.value(observation));
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        values.forEach((key, set) -> joined.put(key, String.join("; ", set.stream().sorted().limit(LONGEST_LIST)
                .toList()) + (set.size() > LONGEST_LIST ? "; …" : "")));
        return joined;
    }

    private void both(TextCanvas canvas, Map<String, String> left, Map<String, String> right) {
        Set<String> labels = new LinkedHashSet<>(left.keySet());
        labels.addAll(right.keySet());
        for (String label : labels) {
            row(canvas, label, left.getOrDefault(label, "–"), right.getOrDefault(label, "–"));
        }
    }

    private void row(TextCanvas canvas, String label, String left, String right) {
        row(canvas, label, !left.equals(right) && !label.isEmpty(), left, right);
    }

    private void row(TextCanvas canvas, String label, boolean differs, String left, String right) {
        int width = (style.width() - LABEL - 2 * 3) / 2;
        canvas.table(differs ? "* " : "  ", List.of(label, left, right), List.of(LABEL, width, width),
                differs ? Paint.BOLD : Paint.NONE);
    }
}
