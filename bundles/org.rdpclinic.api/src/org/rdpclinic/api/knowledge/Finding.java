// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.rdpclinic.api.Stage;

/**
 * One fact that the knowledge base asks of the observations. It is true as soon as one witness shows it, false when a
 * decisive witness denies it and none shows it, else unknown; an unknown finding counts for nothing.
 *
 * @param id        stable id, for example {@code tls-ends-at-hello}
 * @param kind      what a true finding means
 * @param stage     the stage that it is about, if it is about one
 * @param oneOf     a set of findings of which one fact makes one true: the others are then false for that reason alone,
 *                  and count for nothing; empty where there is no such set
 * @param close     whether it is that the other side closes the connection
 * @param whenTrue  a sentence for when it is so; a key in braces, such as {@code {certificate.not-after}}, stands for
 *                  the value that was observed of the same subject
 * @param whenFalse a sentence for when it is not so
 * @param leak      how often it is true with none of the causes present, above 0 and below 1
 * @param advice    for a weakness: what to do about it, in one or two sentences; else empty
 * @param witnesses what can show it; at least one
 */
public record Finding(String id, Kind kind, Optional<Stage> stage, Optional<String> oneOf, boolean close,
        String whenTrue, String whenFalse, double leak, String advice, List<Witness> witnesses) {

    /** A key in braces in the words of a finding; group 1 is its id. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9.-]*)\\}");

    /** What a true finding means. */
    public enum Kind {
        /** The connection fails here: something must explain it. */
        FAILURE,
        /** A fact that tells causes apart. */
        TRAIT,
        /** Worth mending, and explains no failure by itself: an advisory. */
        WEAKNESS,
        /** What the user saw. */
        SYMPTOM
    }

    /** Checks the parts. */
    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(oneOf, "oneOf");
        Objects.requireNonNull(whenTrue, "whenTrue");
        Objects.requireNonNull(whenFalse, "whenFalse");
        Objects.requireNonNull(advice, "advice");
        witnesses = List.copyOf(witnesses);
        if (!(leak > 0 && leak < 1)) {
            throw new IllegalArgumentException("The leak of " + id + " is " + leak + "; it lies between 0 and 1.");
        }
        if (witnesses.isEmpty()) {
            throw new IllegalArgumentException("The finding " + id + " has no witness.");
        }
    }

    /** The ids of all keys on which its witnesses rest. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        witnesses.forEach(witness -> keys.addAll(witness.keys()));
        return keys;
    }
}
