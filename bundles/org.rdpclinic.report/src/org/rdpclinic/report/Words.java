// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.keys.SymptomKeys;

/** What stands in a case as people say it; text and HTML use the same words. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double LARGE = 1000;
    private static final double WHOLE = 9.95;
    private static final Map<String, String> FACETS = Map.of("registry", "registry", "services", "services",
            "certificates", "certificate store", "event-log", "event log", "sessions", "sessions", "files", "files",
            "firewall", "firewall");

    private Words() {
    }

    static String percent(double probability) {
        return Math.clamp(Math.round(probability * 100), 1, 99) + "%";
    }

    /** The factor of a finding for a cause: above 1 as a multiple, below 1 as a divisor. */
    static String factor(double weight) {
        return weight >= 1 ? "× " + amount(weight) : "÷ " + amount(1 / weight);
    }

    private static String amount(double factor) {
        if (!(factor < LARGE)) {
            return "1000+";
        }
        return factor < WHOLE ? String.format(Locale.ROOT, "%.1f", factor) : Long.toString(Math.round(factor));
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String value(Observation observation) {
        boolean code = observation.key().id().equals(SymptomKeys.CODE.id())
                || observation.key().id().equals(SymptomKeys.EXTENDED.id());
        String text = code ? code((Long) observation.value()) : value(observation.value());
        return observation.key().unit().isEmpty() ? text : text + " " + observation.key().unit();
    }

    private static String value(Object value) {
        return switch (value) {
            case Instant instant -> time(instant);
            case Duration duration -> Durations.format(duration);
            case Boolean truth -> truth ? "yes" : "no";
            case List<?> list -> list.isEmpty() ? "none" : String.join(", ", list.stream().map(Words::value).toList());
            default -> value.toString();
        };
    }

    static String code(long code) {
        return "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
    }

    static String outcome(StageRow.Outcome outcome) {
        return outcome.id().replace('-', ' ');
    }

    /**
     * What must be looked into, from needs such as {@code server:registry, server:files}: {@code the server's registry
     * and files}. Words that are no needs stay as they are.
     */
    static String places(String needs) {
        return places(List.of(needs.split(", *")));
    }

    /** The same from single needs, each told once. */
    static String places(List<String> needs) {
        Map<String, Set<String>> bySide = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        for (String need : needs) {
            int colon = need.indexOf(':');
            String side = colon < 0 ? "" : need.substring(0, colon);
            if (side.equals("server") || side.equals("client")) {
                bySide.computeIfAbsent(side, s -> new LinkedHashSet<>()).add(need.substring(colon + 1));
            } else {
                parts.add(need.equals("network") ? "the network" : need);
            }
        }
        bySide.forEach((side, facets) -> parts.add("the " + side + "'s "
                + and(facets.stream().map(facet -> FACETS.getOrDefault(facet, facet)).toList())));
        return and(parts);
    }

    /** What the user saw, in a sentence without a full stop; empty when nobody complained. */
    static String symptom(Symptom symptom) {
        List<String> parts = new ArrayList<>();
        symptom.code().ifPresent(code -> parts.add("code " + code(code)));
        symptom.extended().ifPresent(code -> parts.add("extended " + code(code)));
        symptom.when().ifPresent(when -> parts.add(switch (when) {
            case CONNECT -> "breaks before a password is asked";
            case CREDENTIALS -> "breaks after the password";
            case SESSION -> "breaks in the session";
        }));
        symptom.after().ifPresent(after -> parts.add("after " + Durations.format(after)));
        symptom.since().ifPresent(since -> parts.add("since " + time(since)));
        symptom.others().ifPresent(answer -> parts.add(
                answer == Symptom.Answer.WORKS ? "others get in" : "others fail too"));
        symptom.byAddress().ifPresent(answer -> parts.add(
                answer == Symptom.Answer.WORKS ? "works by address" : "fails by address too"));
        return String.join(", ", parts);
    }

    /** Several things as a sentence names them. */
    static String and(List<String> things) {
        return joined(things, " and ");
    }

    /** Several alternatives as a sentence names them. */
    static String or(List<String> things) {
        return joined(things, " or ");
    }

    private static String joined(List<String> things, String last) {
        int size = things.size();
        return size < 2 ? String.join("", things)
                : String.join(", ", things.subList(0, size - 1)) + last + things.get(size - 1);
    }

    /** A finding as a sentence: a capital at its beginning, unless that is a program's own name, and a full stop. */
    static String sentence(String says) {
        String begun = says.startsWith("mstsc") ? says : capital(says);
        return begun.isEmpty() || ".?!".indexOf(begun.charAt(begun.length() - 1)) >= 0 ? begun : begun + ".";
    }

    /** The first letter as a capital. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
