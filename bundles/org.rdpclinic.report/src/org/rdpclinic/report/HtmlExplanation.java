// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import org.rdpclinic.knowledge.codes.Explanation;

/** An explanation of codes as one HTML file that needs nothing else. */
public final class HtmlExplanation {

    private HtmlExplanation() {
    }

    /** Writes the page. */
    public static String write(Explanation explanation) {
        HtmlPage page = new HtmlPage(explanation.title());
        page.element("h1", "", explanation.title());
        for (Explanation.Section section : explanation.sections()) {
            page.element("h2", "", section.heading());
            section.blocks().forEach(block -> block(page, block));
        }
        return page.end();
    }

    private static void block(HtmlPage page, Explanation.Block block) {
        switch (block) {
            case Explanation.Paragraph paragraph -> page.element("p", "", paragraph.text());
            case Explanation.Bullets bullets -> {
                String list = bullets.numbered() ? "ol" : "ul";
                page.open(list, "");
                bullets.items().forEach(item -> page.element("li", "", item));
                page.close(list);
            }
            case Explanation.Table table -> page.table(table.headers(), table.rows());
        }
    }
}
