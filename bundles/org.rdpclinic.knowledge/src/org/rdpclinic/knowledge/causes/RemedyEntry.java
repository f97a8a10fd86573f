// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.Objects;

/**
 * What the knowledge base tells people about one remedy.
 *
 * @param id          stable public id, such as {@code repair-key-access}
 * @param title       a short phrase that says what is done
 * @param description one sentence
 * @param risk        what it puts at stake
 * @param temporary   whether it is a way in for a while and undone afterwards
 * @param guidance    whether it is steps for a person, because no program can do it
 */
public record RemedyEntry(String id, String title, String description, Risk risk, boolean temporary,
        boolean guidance) {

    /** Checks. */
    public RemedyEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(description);
        Objects.requireNonNull(risk);
    }
}
