// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Titles for the ids in a case. An id without a title is shown as it is, so that a case of another clinic, or one made
 * with a bundle that is gone, stays readable.
 *
 * @param remedies title of a remedy
 * @param probes   name of a probe
 * @param causes   title of a cause that is not among those of the diagnosis
 */
public record Titles(Function<String, Optional<String>> remedies, Function<String, Optional<String>> probes,
        Function<String, Optional<String>> causes) {

    /** Every id stands for itself. */
    public static final Titles NONE = new Titles(id -> Optional.empty(), id -> Optional.empty(),
            id -> Optional.empty());

    /** Checks that no part is missing. */
    public Titles {
        Objects.requireNonNull(remedies, "remedies");
        Objects.requireNonNull(probes, "probes");
        Objects.requireNonNull(causes, "causes");
    }

    /** A remedy's title, or its id. */
    String remedy(String id) {
        return remedies.apply(id).orElse(id);
    }

    /** A probe's name, or its id. */
    String probe(String id) {
        return probes.apply(id).orElse(id);
    }

    /** A cause's title, or its id. */
    String cause(String id) {
        return causes.apply(id).orElse(id);
    }
}
