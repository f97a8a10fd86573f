// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.rdp.wire.Bytes;

/**
 * What went over the wire in one step.
 *
 * @param sent bytes that our side sent
 * @param received bytes that came
 * @param firstBytes the first of them, at most 64
 * @param timeToFirstByte from the step's first byte sent to the first byte received, empty when none came
 * @param elapsed from the step's begin to its end
 */
public record Traffic(long sent, long received, Bytes firstBytes, Optional<Duration> timeToFirstByte,
        Duration elapsed) {

    /** The number of first bytes that are kept. */
    public static final int KEPT = 64;
}
