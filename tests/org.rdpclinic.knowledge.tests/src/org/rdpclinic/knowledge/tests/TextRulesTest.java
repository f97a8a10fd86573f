// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.RemedyEntry;
import org.rdpclinic.knowledge.causes.RemedyTexts;

class TextRulesTest {

    private static final int LONGEST_STRING = 700;
    private static final int LONGEST_TEXT = 520;
    private static final int MOST_SENTENCES = 4;
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-z]+\\}|TODO|FIXME|XXX|\\?\\?|lorem|\\bnull\\b");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](?= [A-Z0-9\"]|$)");

    private static void strings(JsonNode node, String place, Map<String, String> into) {
        if (node.isTextual()) {
            into.put(place, node.asText());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            strings(node.get(i), place + "/" + i, into);
        }
        node.properties().forEach(e -> strings(e.getValue(), place + "/" + e.getKey(), into));
    }

    @Test
    void noTextIsUnfilledOrEndless() {
        List<String> bad = new ArrayList<>();
        for (String file : DataFiles.SCHEMAS.keySet()) {
            Map<String, String> all = new LinkedHashMap<>();
            strings(DataFiles.tree(file), file, all);
            all.forEach((place, text) -> {
                if (UNFILLED.matcher(text).find() || text.length() > LONGEST_STRING || !text.equals(text.strip())
                        || text.contains("  ")) {
                    bad.add(place + ": " + text);
                }
            });
        }
        assertEquals(List.of(), bad);
    }

    @Test
    void everyTextOfACauseHasOneToFourSentences() {
        for (CauseEntry cause : CauseTexts.load().all()) {
            for (String text : List.of(cause.what(), cause.shows(), cause.mended(), cause.arises(),
                    cause.gradeReason())) {
                assertTrue(text.endsWith("."), cause.id() + ": " + text);
                assertTrue(text.length() <= LONGEST_TEXT, cause.id() + ", " + text.length() + ": " + text);
                long sentences = END_OF_SENTENCE.matcher(text).results().count();
                assertTrue(sentences >= 1 && sentences <= MOST_SENTENCES, cause.id() + ", " + sentences + ": " + text);
            }
            cause.lookFirst().forEach(text -> assertTrue(text.endsWith("."), text));
        }
    }

    @Test
    void everyRemedyIsDescribedInOneSentence() {
        for (RemedyEntry remedy : RemedyTexts.load().all()) {
            assertEquals(1, END_OF_SENTENCE.matcher(remedy.description()).results().count(), remedy.description());
        }
    }

    @Test
    void noTwoCausesShareATitle() {
        List<String> titles = CauseTexts.load().all().stream().map(CauseEntry::title).toList();
        assertEquals(titles.size(), titles.stream().distinct().count());
    }
}
