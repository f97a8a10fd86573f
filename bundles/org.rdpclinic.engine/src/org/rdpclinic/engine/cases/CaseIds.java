// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.rdpclinic.api.Target;

/** Names of cases: what was dialled, the minute, and a number, as in {@code ts01-example-20261121-0445-1}. */
public final class CaseIds {

    private static final int LONGEST_HOST = 60;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,119}");

    private CaseIds() {
    }

    /**
     * A name made of the target and the time.
     *
     * @param created the time, written in UTC
     * @param number  1 or more; tells apart the cases of one minute
     */
    public static String of(Target target, Instant created, int number) {
        String host = target.host().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (host.isEmpty()) {
            host = "case";
        }
        if (host.length() > LONGEST_HOST) {
            host = host.substring(0, LONGEST_HOST).replaceAll("-+$", "");
        }
        return host + "-" + MINUTE.format(created.atOffset(ZoneOffset.UTC)) + "-" + number;
    }

    /** Whether this can be the name of a case: lower-case letters, digits and hyphens, at most 120. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
