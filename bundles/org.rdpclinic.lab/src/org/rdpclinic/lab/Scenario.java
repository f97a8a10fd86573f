// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.util.Objects;

/**
 * A start state in which RDP fails in one known way, or in none.
 *
 * @param id          stable id, lower-case words joined by hyphens
 * @param title       the state in a few words
 * @param description what is wrong, and how it came about
 * @param changes     what differs from a default Windows, its client and its path: a JSON document
 */
public record Scenario(String id, String title, String description, String changes) {

    /** Checks that no part is missing. */
    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(changes, "changes");
    }

    @Override
    public String toString() {
        return id;
    }
}
