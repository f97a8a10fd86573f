// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Locale;
import java.util.Optional;

/** From where a probe looks. */
public enum Vantage {
    /** From the client: its own settings, or what it meets on the wire. */
    CLIENT,
    /** Along the path between client and server. */
    PATH,
    /** Inside the server. */
    SERVER;

    /** The name in data, for example {@code client}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The vantage with this {@link #id()}. */
    public static Optional<Vantage> find(String id) {
        for (Vantage vantage : values()) {
            if (vantage.id().equals(id)) {
                return Optional.of(vantage);
            }
        }
        return Optional.empty();
    }
}
