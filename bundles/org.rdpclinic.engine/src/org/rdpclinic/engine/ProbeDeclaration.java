// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.probe.Probe;

/**
 * A probe as its bundle declares it; its class is not loaded before it runs.
 *
 * @param id          lower-case words joined by hyphens and dots, for example {@code tls}; unique
 * @param name        the probe in a few words
 * @param description what it finds out, in one or two sentences
 * @param bundle      symbolic name of the bundle that it came from
 * @param needs       without which it cannot run
 * @param observes    ids of the keys that it observes
 * @param vantage     from where it looks
 * @param cost        what it costs
 * @param deadline    how long it may take, 10 ms to 10 minutes
 * @param factory     makes the probe; may throw, and is called in the guarded place only
 */
public record ProbeDeclaration(String id, String name, String description, String bundle, Set<Need> needs,
        Set<String> observes, Vantage vantage, Cost cost, Duration deadline, Supplier<Probe> factory) {

    /** The shortest deadline that can be declared. */
    public static final Duration SHORTEST = Duration.ofMillis(10);
    /** The longest deadline that can be declared. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    /** Checks the parts; the messages are sentences. */
    public ProbeDeclaration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(vantage, "vantage");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(factory, "factory");
        needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs));
        observes = Collections.unmodifiableSet(new LinkedHashSet<>(observes));
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id: ids are lower-case words joined by hyphens and dots, such as dns-suffix.");
        }
        if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The deadline of " + id + " runs from " + Durations.format(SHORTEST)
                    + " to " + Durations.format(LONGEST) + ", not " + Durations.format(deadline) + ".");
        }
    }

    /** Whether it uses the net. */
    public boolean needsNetwork() {
        return needs.contains(new Need.Net());
    }
}
