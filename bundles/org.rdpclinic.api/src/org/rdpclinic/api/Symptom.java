// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user saw. Every part may be unknown; an empty symptom means that nobody complained.
 *
 * @param code      disconnect code as mstsc shows it, for example 0x904
 * @param extended  extended disconnect code, for example 0x7
 * @param when      the moment at which it breaks
 * @param after     how long a session stood before it broke
 * @param since     when it broke for the first time
 * @param others    whether other clients get in
 * @param byAddress whether it works by address instead of by name
 */
public record Symptom(OptionalLong code, OptionalLong extended, Optional<Moment> when, Optional<Duration> after,
        Optional<Instant> since, Optional<Answer> others, Optional<Answer> byAddress) {

    /** The moment at which a connection breaks, as a user can tell it. */
    public enum Moment {
        /** Before a password is asked. */
        CONNECT,
        /** After the password was given. */
        CREDENTIALS,
        /** In the session. */
        SESSION
    }

    /** What somebody found who tried. */
    public enum Answer {
        /** It works. */
        WORKS,
        /** It fails as well. */
        FAILS
    }

    /** Nothing was seen. */
    public static final Symptom NONE = new Symptom(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that no part is null and that codes fit into 32 bits. */
    public Symptom {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(others, "others");
        Objects.requireNonNull(byAddress, "byAddress");
        checkCode(code);
        checkCode(extended);
    }

    private static void checkCode(OptionalLong code) {
        if (code.isPresent() && (code.getAsLong() < 0 || code.getAsLong() > 0xFFFFFFFFL)) {
            throw new IllegalArgumentException("A code is a number of 32 bits, not " + code.getAsLong() + ".");
        }
    }

    /** Whether the user reported anything at all. */
    public boolean isGiven() {
        return !equals(NONE);
    }

    /** A symptom of codes alone. */
    public static Symptom ofCodes(OptionalLong code, OptionalLong extended) {
        return new Symptom(code, extended, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
