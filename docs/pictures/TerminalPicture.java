// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what a command printed as a terminal window in a self-contained SVG.
 *
 * <p>{@code java TerminalPicture.java TITLE LINES} reads the output with its ANSI colours from standard input and writes
 * the picture to standard output. What has more lines than LINES is cut at the end of a paragraph, and a last line says
 * so. It takes the colours and weights that the clinic uses (ECMA-48 SGR), and fails at others.
 */
public final class TerminalPicture {

    private static final int COLUMNS = 80;
    /** What a column takes at this size of type: DejaVu Sans Mono and its like are 0.602 em wide. */
    private static final double COLUMN = 8.43;
    private static final double SIZE = 14;
    private static final double TITLE_SIZE = 12;
    private static final double TITLE_COLUMN = 7.23;
    private static final double LINE = 19;
    private static final double MARGIN = 18;
    private static final double TITLE_BAR = 36;

    private static final String PAPER = "#1b1f27";
    private static final String BAR = "#2a303b";
    private static final String INK = "#d7dce4";
    private static final String FAINT = "#98a2b3";
    /** SGR's colours 31 to 36, light enough to be read on the paper. */
    private static final Map<Integer, String> COLOURS = Map.of(31, "#ff7b72", 32, "#6fd08c", 33, "#e8c26a",
            34, "#7fb4ff", 35, "#d7a6ff", 36, "#6fd3d8");

    private static final Pattern SGR = Pattern.compile("\u001b\\[([0-9;]*)m");

    /** How characters are set, from one SGR sequence to the next. */
    private record Style(String colour, boolean bold, boolean faint) {

        static final Style PLAIN = new Style(INK, false, false);

        Style changedBy(String parameters) {
            Style style = this;
            for (String parameter : parameters.split(";")) {
                int code = parameter.isEmpty() ? 0 : Integer.parseInt(parameter);
                style = switch (code) {
                    case 0 -> PLAIN;
                    case 1 -> new Style(style.colour, true, style.faint);
                    case 2 -> new Style(style.colour, style.bold, true);
                    case 31, 32, 33, 34, 35, 36 -> new Style(COLOURS.get(code), style.bold, style.faint);
                    default -> throw new IllegalArgumentException("The picture knows no SGR " + code + ".");
                };
            }
            return style;
        }

        String attributes() {
            String fill = faint && colour.equals(INK) ? FAINT : colour;
            return (fill.equals(INK) ? "" : " fill=\"" + fill + "\"") + (bold ? " font-weight=\"bold\"" : "");
        }
    }

    private final StringBuilder svg = new StringBuilder();
    private Style style = Style.PLAIN;

    private TerminalPicture() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: java TerminalPicture.java TITLE LINES <OUTPUT >PICTURE");
            System.exit(2);
        }
        String output = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = cut(output.stripTrailing().lines().toList(), Integer.parseInt(arguments[1]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(new TerminalPicture().draw(arguments[0], lines));
        out.flush();
    }

    private static List<String> cut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        int end = most;
        while (end > 1 && !lines.get(end).isBlank()) {
            end--;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, end));
        int left = lines.size() - kept.size();
        kept.add("");
        kept.add("\u001b[2m  … and " + left + " lines more\u001b[0m");
        return kept;
    }

    private String draw(String title, List<String> lines) {
        double width = Math.ceil(COLUMNS * COLUMN + 2 * MARGIN);
        double height = TITLE_BAR + lines.size() * LINE + 2 * MARGIN - 6;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img">
                <title>%3$s</title>
                <rect width="%1$s" height="%2$s" rx="9" fill="%4$s"/>
                <path d="M0 %5$s V9 A9 9 0 0 1 9 0 H%6$s A9 9 0 0 1 %1$s 9 V%5$s Z" fill="%7$s"/>
                <circle cx="20" cy="18" r="6" fill="#ff7b72"/>
                <circle cx="40" cy="18" r="6" fill="#e8c26a"/>
                <circle cx="60" cy="18" r="6" fill="#6fd08c"/>
                <g font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace" font-size="%8$s" \
                fill="%9$s">
                """.formatted(number(width), number(height), escaped(title), PAPER, number(TITLE_BAR),
                number(width - 9), BAR, number(SIZE), INK));
        String command = "$ " + title;
        if (84 + command.length() * TITLE_COLUMN > width - MARGIN) {
            throw new IllegalArgumentException("This command is too long for a title: " + title);
        }
        text(command, 84, 22.5, TITLE_COLUMN, " font-size=\"" + number(TITLE_SIZE) + "\" fill=\"" + FAINT + "\"");
        double y = TITLE_BAR + MARGIN + SIZE - 2;
        for (String line : lines) {
            drawLine(line, y);
            y += LINE;
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    /** Each run of a style gets its own place and length, so that the columns stand whatever font the reader has. */
    private void drawLine(String line, double y) {
        int column = 0;
        int from = 0;
        Matcher sgr = SGR.matcher(line);
        while (sgr.find()) {
            column = drawRun(line.substring(from, sgr.start()), column, y);
            style = style.changedBy(sgr.group(1));
            from = sgr.end();
        }
        int columns = drawRun(line.substring(from), column, y);
        if (columns > COLUMNS) {
            throw new IllegalArgumentException("A line has more than " + COLUMNS + " columns: " + line);
        }
    }

    /** Words that stand apart by more than one blank are placed one by one; bars are drawn as shapes. */
    private int drawRun(String run, int column, double y) {
        Matcher words = Pattern.compile("[█░]+|[^ █░]+(?: [^ █░]+)*").matcher(run);
        while (words.find()) {
            String word = words.group();
            double x = MARGIN + (column + run.codePointCount(0, words.start())) * COLUMN;
            if (word.charAt(0) == '█' || word.charAt(0) == '░') {
                bar(word, x, y);
            } else {
                text(word, x, y, COLUMN, style.attributes());
            }
        }
        return column + run.codePointCount(0, run.length());
    }

    private void text(String word, double x, double y, double columnWidth, String attributes) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" textLength=\"")
                .append(number(word.codePointCount(0, word.length()) * columnWidth)).append("\"").append(attributes)
                .append('>').append(escaped(word)).append("</text>\n");
    }

    private void bar(String blocks, double x, double y) {
        long full = blocks.chars().filter(c -> c == '█').count();
        rectangle(x, y, blocks.length() * COLUMN, "#3a4250");
        rectangle(x, y, full * COLUMN, style.colour());
    }

    private void rectangle(double x, double y, double width, String fill) {
        if (width > 0) {
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"11\" fill=\"%s\"/>\n".formatted(number(x),
                    number(y - 10), number(width), fill));
        }
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
