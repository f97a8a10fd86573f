// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rdpclinic.report.TextCanvas.Paint;

/** A list in columns: each as broad as its cells need, the last one as broad as is left. */
public final class TextTable {

    /** Room beside the first column, whose ids are for copying and are not broken if that can be avoided. */
    private static final int NEXT_TO_IDS = 36;

    private final TextStyle style;

    /** A table in a style. */
    public TextTable(TextStyle style) {
        this.style = Objects.requireNonNull(style, "style");
    }

    /**
     * Writes a table.
     *
     * @param headers heads of the columns, at least one
     * @param rows    rows of as many cells
     * @return lines that end in a line feed each
     */
    public String write(List<String> headers, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        int left = style.width();
        int last = headers.size() - 1;
        for (int i = 0; i < last; i++) {
            int column = i;
            int need = Math.max(Glyphs.cells(headers.get(i)),
                    rows.stream().mapToInt(row -> Glyphs.cells(row.get(column))).max().orElse(0));
            int width = Math.min(need, column == 0 ? style.width() - NEXT_TO_IDS : style.width() / 2 - 4);
            widths.add(width);
            left -= width + 2;
        }
        widths.add(Math.max(left, 16));
        TextCanvas canvas = new TextCanvas(style);
        canvas.table("", headers, widths, Paint.DIM);
        rows.forEach(row -> canvas.table("", row, widths, Paint.NONE));
        return canvas.toString();
    }
}
