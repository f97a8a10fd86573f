// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a given width. Whatever comes from a server or a file is stripped of control characters here, so that a
 * certificate's name cannot send commands to the reader's terminal.
 */
final class TextCanvas {

    /** What a piece of text is painted with, where colour is allowed. */
    enum Paint {
        /** As it is. */
        NONE(""),
        /** Headings. */
        BOLD("1"),
        /** What matters less. */
        DIM("2"),
        /** What fails. */
        RED("31"),
        /** What is fine. */
        GREEN("32"),
        /** What is open or uncertain. */
        YELLOW("33"),
        /** A verdict that fails. */
        BOLD_RED("1;31"),
        /** A verdict that is fine. */
        BOLD_GREEN("1;32"),
        /** A verdict that is open. */
        BOLD_YELLOW("1;33");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }

    private static final int LEAST_TEXT = 16;

    private final TextStyle style;
    private final StringBuilder text = new StringBuilder();

    TextCanvas(TextStyle style) {
        this.style = style;
    }

    TextStyle style() {
        return style;
    }

    /** An empty line; never two in a row, and none at the top. */
    void blank() {
        if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
    }

    /** A heading. */
    void heading(String heading) {
        blank();
        put("", 0, heading, Paint.BOLD);
    }

    /** Text that goes on below its own beginning. */
    void put(String lead, int indent, String content, Paint paint) {
        row(lead, Paint.NONE, indent, content, paint, "", Paint.NONE);
    }

    /**
     * A row: a lead (mark or label), text that is wrapped, and words at the right margin of the first line.
     *
     * @param indent the column at which the text begins; the lead stands before it
     */
    void row(String lead, Paint leadPaint, int indent, String content, Paint paint, String right, Paint rightPaint) {
        String start = Glyphs.shown(lead, style.unicode());
        String end = Glyphs.shown(right, style.unicode());
        int gap = end.isEmpty() ? 0 : Glyphs.cells(end) + 2;
        int room = Math.max(LEAST_TEXT, style.width() - indent - gap);
        List<String> lines = wrap(Glyphs.shown(content, style.unicode()), room);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            StringBuilder out = new StringBuilder();
            out.append(i == 0 ? painted(start, leadPaint) + " ".repeat(Math.max(0, indent - Glyphs.cells(start)))
                    : " ".repeat(indent));
            out.append(painted(line, paint));
            if (i == 0 && !end.isEmpty()) {
                out.append(" ".repeat(Math.max(1, style.width() - indent - Glyphs.cells(line) - Glyphs.cells(end))))
                        .append(painted(end, rightPaint));
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    /** Cells side by side, each wrapped in its column, with two blanks between columns and before the first. */
    void table(List<String> cells, List<Integer> widths, Paint paint) {
        table("  ", cells, widths, paint);
    }

    /** The same with another lead before the first line; the other lines are indented as far. */
    void table(String lead, List<String> cells, List<Integer> widths, Paint paint) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(Glyphs.shown(cells.get(i), style.unicode()), widths.get(i)));
            height = Math.max(height, wrapped.getLast().size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder(line == 0 ? lead : " ".repeat(lead.length()));
            int owed = 0;
            for (int i = 0; i < cells.size(); i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                if (!cell.isEmpty()) {
                    out.append(" ".repeat(owed)).append(painted(cell, paint));
                    owed = 0;
                }
                owed += widths.get(i) - Glyphs.cells(cell) + 2;
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    private String painted(String shown, Paint paint) {
        return !style.colour() || paint == Paint.NONE || shown.isBlank() ? shown
                : "\u001b[" + paint.code + "m" + shown + "\u001b[0m";
    }

    /** Breaks text at blanks; a word that is longer than a line is cut. */
    static List<String> wrap(String content, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : content.split(" +")) {
            String rest = word;
            int cells = Glyphs.cells(rest);
            if (used > 0 && used + 1 + cells > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            while (cells > room) {
                int cut = Glyphs.prefix(rest, room);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
                cells = Glyphs.cells(rest);
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(rest);
            used += cells;
        }
        if (used > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
