// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a scenario is played.
 *
 * @param folder   where the state is kept; a temporary folder, deleted at the end, where none is given
 * @param port     the loopback port that stands for the one that is dialled, 0 for any that is free
 * @param clock    what certificates and events are dated by
 * @param patience how long the server waits for a client before it gives it up
 */
public record LabOptions(Optional<Path> folder, int port, Clock clock, Duration patience) {

    /** Checks the parts. */
    public LabOptions {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(patience, "patience");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("Port " + port + " does not exist: ports run from 0 to 65535.");
        }
    }

    /** A temporary folder, any free port, the system's clock, 20 seconds of patience. */
    public static LabOptions defaults() {
        return new LabOptions(Optional.empty(), 0, Clock.systemUTC(), Duration.ofSeconds(20));
    }

    /** The same with a folder, which is kept: an empty or absent one. */
    public LabOptions withFolder(Path other) {
        return new LabOptions(Optional.of(other), port, clock, patience);
    }

    /** The same with a loopback port. */
    public LabOptions withPort(int other) {
        return new LabOptions(folder, other, clock, patience);
    }

    /** The same with a clock. */
    public LabOptions withClock(Clock other) {
        return new LabOptions(folder, port, other, patience);
    }

    /** The same with a time for clients. */
    public LabOptions withPatience(Duration other) {
        return new LabOptions(folder, port, clock, other);
    }
}
