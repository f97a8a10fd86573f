// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A bundle file in the folder of dropins, as it stands.
 *
 * @param file        its name in the folder
 * @param state       whether it is used
 * @param reason      what it waits for or what is wrong with it, in a sentence; empty when it is used
 * @param sha256      SHA-256 of its content in lower-case hexadecimal; empty when it cannot be read
 * @param name        the bundle's symbolic name; empty when it cannot be told
 * @param version     the bundle's version; empty when it cannot be told
 * @param contributes what it adds, one thing each, such as {@code probe example.retired-network}
 */
public record Dropin(String file, State state, String reason, String sha256, String name, String version,
        List<String> contributes) {

    /** Whether a bundle file is used. */
    public enum State {
        /** It is trusted, and used. */
        TRUSTED,
        /** Nobody has said that it is trusted. */
        UNTRUSTED,
        /** It is no longer the file that was trusted. */
        CHANGED,
        /** It cannot be used, trusted or not. */
        BROKEN;

        /** The stable name in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public Dropin {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        contributes = List.copyOf(contributes);
    }

    /** Whether it is only its user's word that it lacks. */
    public boolean waits() {
        return state == State.UNTRUSTED || state == State.CHANGED;
    }

    /** The same file, which turned out to be of no use. */
    Dropin broken(String sentence) {
        return new Dropin(file, State.BROKEN, sentence, sha256, name, version, contributes);
    }
}
