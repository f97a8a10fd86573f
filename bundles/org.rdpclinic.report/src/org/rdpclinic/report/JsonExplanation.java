// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rdpclinic.knowledge.codes.Explanation;

/** An explanation of codes as JSON. */
public final class JsonExplanation {

    private JsonExplanation() {
    }

    /** Writes the page as one document. */
    public static String write(Explanation page) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schemaVersion", 1);
        map.put("title", page.title());
        map.put("sections", page.sections().stream().map(JsonExplanation::section).toList());
        return Json.write(map);
    }

    private static Map<String, Object> section(Explanation.Section section) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", section.id());
        map.put("heading", section.heading());
        map.put("blocks", section.blocks().stream().map(JsonExplanation::block).toList());
        return map;
    }

    private static Map<String, Object> block(Explanation.Block block) {
        return switch (block) {
            case Explanation.Paragraph paragraph -> Map.of("text", paragraph.text());
            case Explanation.Bullets bullets -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("numbered", bullets.numbered());
                map.put("items", bullets.items());
                yield map;
            }
            case Explanation.Table table -> {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("headers", table.headers());
                map.put("rows", table.rows().stream().map(row -> (Object) row).toList());
                yield map;
            }
        };
    }
}
