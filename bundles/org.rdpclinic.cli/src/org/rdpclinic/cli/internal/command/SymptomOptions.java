// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.CodeTables;
import org.rdpclinic.knowledge.codes.ParsedCode;
import picocli.CommandLine.Option;

/** What the user saw. */
public final class SymptomOptions {

    /** The values of --when. */
    static final class Moments implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Symptom.Moment.values()).iterator();
        }
    }

    /** The values of --others and --by-address. */
    static final class Answers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Symptom.Answer.values()).iterator();
        }
    }

    @Option(names = "--code", paramLabel = "CODE", order = 10,
            description = "The first number that the client shows, such as 0x904.")
    private String code;

    @Option(names = "--extended", paramLabel = "CODE", order = 11,
            description = "The second number that the client shows, such as 0x7.")
    private String extended;

    @Option(names = "--when", paramLabel = "MOMENT", order = 12, completionCandidates = Moments.class,
            description = "When it breaks: connect (before a password is asked), credentials (after it) or session.")
    private String when;

    @Option(names = "--after", paramLabel = "TIME", order = 13,
            description = "How long the session stood: 65s, 10m.")
    private String after;

    @Option(names = "--since", paramLabel = "DATE", order = 14,
            description = "When it broke first: 2026-11-02 or 2026-11-02T14:30.")
    private String since;

    @Option(names = "--others", paramLabel = "ANSWER", order = 15, completionCandidates = Answers.class,
            description = "For other clients it works or fails.")
    private String others;

    @Option(names = "--by-address", paramLabel = "ANSWER", order = 16, completionCandidates = Answers.class,
            description = "By address instead of by name it works or fails.")
    private String byAddress;

    /** The symptom that was given. */
    Symptom symptom(Context context) {
        return new Symptom(code(context, "--code", code, CodeKind.DISCONNECT),
                code(context, "--extended", extended, CodeKind.EXTENDED),
                constant("--when", when, Symptom.Moment.values()), length(),
                since(context.services().clock().instant()),
                constant("--others", others, Symptom.Answer.values()),
                constant("--by-address", byAddress, Symptom.Answer.values()));
    }

    private static OptionalLong code(Context context, String option, String typed, CodeKind kind) {
        if (typed == null) {
            return OptionalLong.empty();
        }
        return switch (CodeTables.load().parse(kind, typed)) {
            case ParsedCode.Number number -> {
                number.advice().ifPresent(context::say);
                yield OptionalLong.of(number.value());
            }
            case ParsedCode.Refused refused -> throw Refusal.usage(option + ": " + refused.sentence());
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(String option, String typed, E[] constants) {
        if (typed == null) {
            return Optional.empty();
        }
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(typed)) {
                return Optional.of(constant);
            }
        }
        throw Refusal.usage(option + " is one of " + String.join(", ", names(constants)) + ", not '" + typed + "'.");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    }

    private Optional<Duration> length() {
        if (after == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Durations.parse(after));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--after: " + e.getMessage());
        }
    }

    private Optional<Instant> since(Instant now) {
        if (since == null) {
            return Optional.empty();
        }
        Instant first = instant(since.strip());
        if (first.isAfter(now)) {
            throw Refusal.usage("--since: " + since + " lies in the future.");
        }
        return Optional.of(first);
    }

    private static Instant instant(String text) {
        try {
            if (text.length() <= "2026-11-02".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
            return zoned ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.usage("--since: '" + text + "' is no date; write 2026-11-02 or 2026-11-02T14:30.");
        }
    }
}
