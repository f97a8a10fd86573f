// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a statement of the knowledge base comes from.
 *
 * @param id        short id by which the data refer to it
 * @param title     what it is called
 * @param where     repository, path and commit, or an address
 * @param authority how much it weighs, in words: primary, secondary, field report, hearsay, …
 * @param gives     what was taken from it
 */
public record Source(String id, String title, String where, String authority, Optional<String> gives) {

    /** Checks. */
    public Source {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(where);
        Objects.requireNonNull(authority);
        Objects.requireNonNull(gives);
    }
}
