// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.filter.Facts;
import org.rdpclinic.api.knowledge.Finding;

/** Fills what was observed into the words of a finding, so that text and evidence cannot disagree. */
final class Sentence {

    /** Where the part that needs a value begins. */
    private static final String BREAKS = ":,(";

    private Sentence() {
    }

    /**
     * The text with the value of each key in braces. Where one of them was not observed, the text ends before the
     * colon, comma or bracket that leads up to the first.
     */
    static String fill(String text, Facts about) {
        Matcher matcher = Finding.PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Optional<Object> value = about.find(matcher.group(1));
            if (value.isEmpty()) {
                return withoutValues(text);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(show(value.get())));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String withoutValues(String text) {
        String before = text.substring(0, text.indexOf('{'));
        int end = before.length();
        while (end > 0 && BREAKS.indexOf(before.charAt(end - 1)) < 0) {
            end--;
        }
        return (end == 0 ? before : before.substring(0, end - 1)).strip();
    }

    private static String show(Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case Duration duration -> Durations.format(duration);
            case List<?> list -> list.stream().map(Sentence::show).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
