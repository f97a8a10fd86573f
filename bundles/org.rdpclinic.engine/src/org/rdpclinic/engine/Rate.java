// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many in any one second, across all runs of an engine. Keeps no time itself. */
final class Rate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Deque<Long> starts = new ArrayDeque<>();

    /**
     * Takes a turn.
     *
     * @param now       nanoseconds of a steady clock
     * @param perSecond how many turns there are in any second
     * @return zero when the turn was taken; else how long to wait, in nanoseconds, before asking again
     */
    synchronized long take(long now, long perSecond) {
        while (!starts.isEmpty() && now - starts.peekFirst() >= SECOND) {
            starts.removeFirst();
        }
        if (starts.size() >= perSecond) {
            return starts.peekFirst() + SECOND - now;
        }
        starts.addLast(now);
        return 0;
    }
}
