// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rdpclinic.knowledge.codes.Explanation;
import org.rdpclinic.report.TextCanvas.Paint;

/** An explanation of codes as text for a terminal. */
public final class TextExplanation {

    /** A column this broad or less is worth setting side by side with others. */
    private static final int BRIEF = 14;
    private static final int LEAST_COLUMN = 12;
    private static final String SOURCES = "sources";

    private final TextStyle style;

    /** An explanation in a style. */
    public TextExplanation(TextStyle style) {
        this.style = Objects.requireNonNull(style, "style");
    }

    /**
     * Writes the page; lines end in a line feed each.
     *
     * @param sources whether to list the sources at the end; else a line says how to see them
     */
    public String write(Explanation page, boolean sources) {
        TextCanvas canvas = new TextCanvas(style);
        canvas.put("", 0, page.title(), Paint.BOLD);
        for (Explanation.Section section : page.sections()) {
            if (!sources && section.id().equals(SOURCES)) {
                canvas.blank();
                canvas.put("", 0, "Every statement has its source: -v lists them.", Paint.DIM);
                continue;
            }
            canvas.heading(section.heading());
            boolean first = true;
            for (Explanation.Block block : section.blocks()) {
                if (!first) {
                    canvas.blank();
                }
                first = false;
                block(canvas, block);
            }
        }
        return canvas.toString();
    }

    private void block(TextCanvas canvas, Explanation.Block block) {
        switch (block) {
            case Explanation.Paragraph paragraph -> canvas.put("", 2, paragraph.text(), Paint.NONE);
            case Explanation.Bullets bullets -> {
                int number = 0;
                for (String item : bullets.items()) {
                    number++;
                    String lead = bullets.numbered() ? "  " + number + "." : "  -";
                    canvas.put(lead, bullets.numbered() ? 5 : 4, item, Paint.NONE);
                }
            }
            case Explanation.Table table -> table(canvas, table);
        }
    }

    /** Short columns stand side by side; where that leaves too little room, each row becomes a little list. */
    private void table(TextCanvas canvas, Explanation.Table table) {
        List<Integer> widths = widths(table);
        if (widths.isEmpty()) {
            list(canvas, table);
            return;
        }
        canvas.table(table.headers(), widths, Paint.DIM);
        for (List<String> row : table.rows()) {
            canvas.table(row, widths, Paint.NONE);
        }
    }

    /**
     * Widths that fill the line: brief columns get what they need, the others share the rest; empty if it is too
     * little.
     */
    private List<Integer> widths(Explanation.Table table) {
        int columns = table.headers().size();
        List<Integer> widths = new ArrayList<>();
        int left = style.width() - 2 - 2 * (columns - 1);
        int sharing = 0;
        for (int i = 0; i < columns; i++) {
            int column = i;
            int broadest = Math.max(Glyphs.cells(table.headers().get(i)),
                    table.rows().stream().mapToInt(row -> Glyphs.cells(row.get(column))).max().orElse(0));
            boolean brief = broadest <= BRIEF;
            widths.add(brief ? broadest : 0);
            left -= brief ? broadest : 0;
            sharing += brief ? 0 : 1;
        }
        int share = sharing == 0 ? 0 : left / sharing;
        if (sharing > 0 && share < (sharing > 2 ? 2 * LEAST_COLUMN : LEAST_COLUMN)) {
            return List.of();
        }
        widths.replaceAll(width -> width == 0 ? share : width);
        return widths;
    }

    private static void list(TextCanvas canvas, Explanation.Table table) {
        boolean first = true;
        for (List<String> row : table.rows()) {
            if (!row.getFirst().isBlank()) {
                if (!first) {
                    canvas.blank();
                }
                canvas.put("", 2, row.getFirst(), Paint.BOLD);
            }
            first = false;
            for (int i = 1; i < row.size(); i++) {
                if (!row.get(i).isBlank()) {
                    canvas.put("", 4, table.headers().get(i) + ": " + row.get(i), Paint.NONE);
                }
            }
        }
    }
}
