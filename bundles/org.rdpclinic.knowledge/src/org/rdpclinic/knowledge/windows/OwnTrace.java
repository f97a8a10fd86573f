// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.Objects;

/**
 * Events that the clinic's own probing writes, and how they are told from those of others.
 *
 * @param provider who writes them
 * @param ids      their numbers
 * @param matchBy  by what they are set aside
 */
public record OwnTrace(String provider, List<Long> ids, String matchBy) {

    /** Checks and copies. */
    public OwnTrace {
        Objects.requireNonNull(provider);
        ids = List.copyOf(ids);
        Objects.requireNonNull(matchBy);
    }
}
