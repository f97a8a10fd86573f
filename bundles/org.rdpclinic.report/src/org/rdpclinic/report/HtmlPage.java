// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.List;

/**
 * A page of HTML in one file: no script, no other file, well-formed as XML too. Text goes in through methods that
 * escape it; there is no other way in.
 */
final class HtmlPage {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2129;--dim:#5b6472;--paper:#fff;--line:#d5dae1;--soft:#f3f5f8;
            --bad:#b3261e;--good:#1a7f37;--open:#8a5a00;--bar:#3b6fb5}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--dim:#9aa4b2;--paper:#15181d;--line:#343b46;
            --soft:#1e232b;--bad:#ff8a80;--good:#6fdd8b;--open:#f0b860;--bar:#7fa9e6}}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:62rem;padding:1.5rem;color:var(--ink);background:var(--paper);
            font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
            h1{font-size:1.4rem;line-height:1.3;margin:0 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            h3{font-size:1rem;margin:1rem 0 .25rem}p{margin:.25rem 0}ul,ol{margin:.25rem 0;padding-left:1.5rem}
            table{border-collapse:collapse;width:100%;font-size:.9rem}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
            th{color:var(--dim);font-weight:600}th,td:first-child{white-space:nowrap}td.number{text-align:right;white-space:nowrap}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}
            dt{color:var(--dim)}dd{margin:0}
            .problem,.failed{color:var(--bad)}.healthy,.passed{color:var(--good)}
            .inconclusive,.sometimes{color:var(--open)}.dim{color:var(--dim)}
            .cause{border:1px solid var(--line);border-radius:.4rem;padding:.6rem .9rem;margin:.6rem 0}
            .cause h3{display:flex;gap:1rem;justify-content:space-between;margin:0}
            meter{width:10rem;vertical-align:middle}code{font-family:ui-monospace,monospace;font-size:.9em}
            .scroll{overflow-x:auto}
            @media print{body{max-width:none;padding:0;font-size:10pt}.cause,tr{break-inside:avoid}
            h2{break-after:avoid}}
            """;

    private final StringBuilder html = new StringBuilder();

    HtmlPage(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>");
        html.append(escaped(title)).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    }

    /** Opens an element; its class may be empty. Only names of our own go in here. */
    HtmlPage open(String element, String cssClass) {
        html.append('<').append(element);
        if (!cssClass.isEmpty()) {
            html.append(" class=\"").append(cssClass).append('"');
        }
        html.append('>');
        return this;
    }

    /** Closes an element. */
    HtmlPage close(String element) {
        html.append("</").append(element).append(">\n");
        return this;
    }

    /** Text. */
    HtmlPage text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** An element that holds text. */
    HtmlPage element(String element, String cssClass, String text) {
        return open(element, cssClass).text(text).close(element);
    }

    /** A bar from 0 to 1, with its value in words for those who cannot see it. */
    HtmlPage meter(double value, String words) {
        html.append("<span><meter min=\"0\" max=\"1\" value=\"").append(Math.clamp(value, 0, 1)).append("\">")
                .append(escaped(words)).append("</meter> ").append(escaped(words)).append("</span>");
        return this;
    }

    /** A table. */
    HtmlPage table(List<String> headers, List<List<String>> rows) {
        open("div", "scroll").open("table", "").open("thead", "").open("tr", "");
        headers.forEach(header -> element("th", "", header));
        close("tr").close("thead").open("tbody", "");
        for (List<String> row : rows) {
            open("tr", "");
            row.forEach(cell -> element("td", "", cell));
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** Terms with what they mean. */
    HtmlPage terms(List<List<String>> pairs) {
        open("dl", "");
        pairs.forEach(pair -> element("dt", "", pair.getFirst()).element("dd", "", pair.getLast()));
        return close("dl");
    }

    /** The whole page. */
    String end() {
        return html + "</body>\n</html>\n";
    }

    /** Escaped for text and attributes; what XML cannot hold becomes a replacement character. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.append((char) c);
                default -> escaped.appendCodePoint(isUnfit(c) ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnfit(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || c == 0xFFFE
                || c == 0xFFFF;
    }
}
