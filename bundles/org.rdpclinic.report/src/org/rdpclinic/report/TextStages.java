// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.StageRow.Outcome;
import org.rdpclinic.report.TextCanvas.Paint;

/** The stages of a connection as a ladder: how far the clinic came, and how long each step took. */
final class TextStages {

    private static final int TITLE = 20;
    private static final int OUTCOME = 12;
    private static final int TIME = 8;
    private static final int DETAIL = 4 + TITLE + OUTCOME + TIME + 2;

    private final TextCanvas canvas;

    TextStages(TextCanvas canvas) {
        this.canvas = canvas;
    }

    void write(List<StageRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        canvas.heading("How far a connection comes");
        String current = "";
        List<StageRow> open = new ArrayList<>();
        for (StageRow row : rows) {
            boolean moved = !row.address().isEmpty() && !row.address().equals(current);
            if (moved || wasTried(row)) {
                flush(open);
            }
            if (moved) {
                current = row.address();
                canvas.put("", 2, "at " + current, Paint.BOLD);
            }
            if (wasTried(row)) {
                row(row);
            } else {
                open.add(row);
            }
        }
        flush(open);
    }

    private static boolean wasTried(StageRow row) {
        return row.outcome() != Outcome.NOT_REACHED && row.outcome() != Outcome.NOT_TRIED;
    }

    private void row(StageRow row) {
        String mark = switch (row.outcome()) {
            case PASSED -> "✓";
            case SOMETIMES -> "≈";
            default -> "✗";
        };
        Paint paint = switch (row.outcome()) {
            case PASSED -> Paint.GREEN;
            case SOMETIMES -> Paint.YELLOW;
            default -> Paint.RED;
        };
        String time = row.time().map(Durations::format).orElse("");
        String start = "  " + mark + " " + padded(row.stage().title(), TITLE)
                + padded(Words.outcome(row.outcome()), OUTCOME) + " ".repeat(Math.max(0, TIME - time.length())) + time;
        canvas.row(start, paint, DETAIL, row.detail(), Paint.NONE, "", Paint.NONE);
    }

    /** Stages that were not tried say so once for each reason. */
    private void flush(List<StageRow> open) {
        if (open.isEmpty()) {
            return;
        }
        Outcome outcome = open.getFirst().outcome();
        String reason = open.getFirst().detail();
        Predicate<StageRow> alike = row -> row.outcome() == outcome && row.detail().equals(reason);
        List<StageRow> same = open.stream().filter(alike).toList();
        List<StageRow> others = open.stream().filter(alike.negate()).toList();
        String detail = reason.isEmpty() ? "" : " (" + reason + ")";
        canvas.row("  ·", Paint.DIM, 4, Words.capital(Words.outcome(outcome)) + detail + ": "
                + String.join(", ", same.stream().map(row -> row.stage().title()).toList()), Paint.DIM, "",
                Paint.NONE);
        open.clear();
        flush(new ArrayList<>(others));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
