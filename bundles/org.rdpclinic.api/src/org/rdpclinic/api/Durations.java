// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 500ms}, {@code 65s}, {@code 2m}, {@code 3h}, {@code 1d}, or ISO 8601.
 */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Durations() {
    }

    /**
     * Reads a length of time.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text.strip());
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time; write 500ms, 65s, 2m, 3h or 1d.", e);
        }
    }

    /** Writes a length of time for a person, in the largest unit that keeps it short: {@code 12.3 ms}, {@code 65 s}. */
    public static String format(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 10) {
            return String.format(java.util.Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 10_000) {
            return Math.round(millis) + " ms";
        }
        long seconds = Math.round(millis / 1000);
        if (seconds < 600) {
            return seconds + " s";
        }
        return seconds < 36_000 ? Math.round(seconds / 60.0) + " min" : Math.round(seconds / 3600.0) + " h";
    }
}
