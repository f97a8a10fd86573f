// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.filter.Filter;

/**
 * What can show a finding: a filter over the observations of one subject, and how many subjects must pass it. Subjects
 * for which {@code where} is not true, and those of which no key of the filter was observed, are passed over; with none
 * left the witness knows nothing.
 */
public sealed interface Witness {

    /** Restricts the subjects that are looked at. */
    Optional<Filter> where();

    /**
     * Whether the witness can also show that the finding is false. A witness that is only positive, such as a log entry
     * that need not be written, knows nothing where it does not speak.
     */
    boolean decisive();

    /** True when the filter is true for at least one subject. */
    record Any(Filter filter, Optional<Filter> where, boolean decisive) implements Witness {
        /** Checks the parts. */
        public Any {
            Objects.requireNonNull(filter, "filter");
            Objects.requireNonNull(where, "where");
        }
    }

    /** True when the filter is true for every subject. */
    record All(Filter filter, Optional<Filter> where, boolean decisive) implements Witness {
        /** Checks the parts. */
        public All {
            Objects.requireNonNull(filter, "filter");
            Objects.requireNonNull(where, "where");
        }
    }

    /** True when a key has different values for two subjects; false when two or more have the same. */
    record Differ(ObservationKey<?> key, Optional<Filter> where, boolean decisive) implements Witness {
        /** Checks the parts. */
        public Differ {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(where, "where");
        }
    }

    /** The ids of the keys on which the witness rests, those of {@link #where()} apart. */
    default Set<String> keys() {
        return switch (this) {
            case Any any -> any.filter().keys();
            case All every -> every.filter().keys();
            case Differ differ -> {
                Set<String> keys = new LinkedHashSet<>();
                keys.add(differ.key().id());
                yield keys;
            }
        };
    }
}
