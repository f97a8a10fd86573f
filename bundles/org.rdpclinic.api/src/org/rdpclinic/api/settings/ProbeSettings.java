// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.settings;

import java.time.Duration;
import java.util.List;

/** The settings that probes of the network go by. */
public final class ProbeSettings {

    /**
     * How long a connect may take: a SYN is sent again after 1 s and 3 s, so that less than 3 s is rash on a bad
     * path.
     */
    public static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration("connect.timeout", Duration.ofSeconds(4),
            Duration.ofMillis(50), Duration.ofMinutes(2), "How long to wait for a TCP connection.");

    /** How long an answer may take once TCP stands. */
    public static final Setting<Duration> ANSWER_TIMEOUT = Setting.duration("answer.timeout", Duration.ofSeconds(5),
            Duration.ofMillis(50), Duration.ofMinutes(2), "How long to wait for an answer on a connection.");

    /** How many times the client's own connection is made, to see whether outcomes differ. */
    public static final Setting<Long> ATTEMPTS = Setting.number("attempts", 6, 1, 50,
            "How many times to connect as the client does, to see whether outcomes differ.");

    /** Pace off loopback. */
    public static final Setting<Long> CONNECTIONS_PER_SECOND = Setting.number("pace.per-second", 3, 1, 1000,
            "How many connections a second at most, off loopback.");

    /** Budget off loopback. */
    public static final Setting<Long> CONNECTIONS_PER_TARGET = Setting.number("pace.per-target", 40, 1, 10_000,
            "How many connections to one target at most, off loopback.");

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(CONNECT_TIMEOUT, ANSWER_TIMEOUT, ATTEMPTS,
            CONNECTIONS_PER_SECOND, CONNECTIONS_PER_TARGET);

    private ProbeSettings() {
    }
}
