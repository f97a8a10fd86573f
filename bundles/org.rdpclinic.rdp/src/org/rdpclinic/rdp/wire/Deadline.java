// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.wire;

import java.time.Duration;

/** A moment by which something must be done, on the JVM's steady clock: changes of the wall clock do not move it. */
public final class Deadline {

    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    /**
     * A deadline from now on.
     *
     * @param duration zero or more; at most a day is kept
     * @return the deadline
     */
    public static Deadline in(Duration duration) {
        Duration day = Duration.ofDays(1);
        return new Deadline(System.nanoTime() + (duration.compareTo(day) > 0 ? day : duration).toNanos());
    }

    /**
     * The earlier of this deadline and another from now on.
     *
     * @param duration zero or more
     * @return one of the two
     */
    public Deadline atMost(Duration duration) {
        Deadline other = in(duration);
        return other.atNanos - atNanos < 0 ? other : this;
    }

    /** {@return the time left, zero when the deadline has passed} */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    /** {@return whether no time is left} */
    public boolean hasPassed() {
        return atNanos - System.nanoTime() <= 0;
    }

    /** {@return the time left in milliseconds, rounded up, 1 at least: a socket takes 0 for "without end"} */
    public int remainingMillis() {
        return (int) Math.max(1, (remaining().toNanos() + 999_999) / 1_000_000);
    }
}
