// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.Map;

/** Characters as a terminal shows them: what is harmless, how broad it is, and what stands for it in ASCII. */
final class Glyphs {

    private static final Map<Integer, String> ASCII = Map.ofEntries(Map.entry((int) '✓', "+"),
            Map.entry((int) '✗', "x"),
            Map.entry((int) '≈', "~"), Map.entry((int) '·', "."), Map.entry((int) '×', "x"),
            Map.entry((int) '÷', "/"), Map.entry((int) '█', "#"), Map.entry((int) '░', "."),
            Map.entry((int) '−', "-"), Map.entry((int) '–', "-"), Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."), Map.entry((int) '→', ">"), Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""), Map.entry((int) '”', "\""), Map.entry((int) '─', "-"),
            Map.entry((int) '≥', ">="), Map.entry((int) '≤', "<="));

    private Glyphs() {
    }

    /**
     * The text as it may be printed: white space becomes a blank, and controls, changes of the direction of writing and
     * other unseen characters become a question mark; without Unicode so does everything that ASCII has no sign for.
     */
    static String shown(String text, boolean unicode) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR) {
                shown.append(' ');
            } else if (c >= ' ' && c < 0x7F) {
                shown.append((char) c);
            } else if (!unicode || isUnseen(c)) {
                shown.append(isUnseen(c) ? "?" : ASCII.getOrDefault(c, "?"));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Columns that the text takes. */
    static int cells(String text) {
        return text.codePoints().map(Glyphs::cells).sum();
    }

    /** How many characters fit into so many columns; at least one whole code point. */
    static int prefix(String text, int room) {
        int at = 0;
        int used = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += cells(c);
            if (used > room && at > 0) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static int cells(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        // The blocks of East Asian Width W and F (UAX 11), as far as they are met in names.
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
