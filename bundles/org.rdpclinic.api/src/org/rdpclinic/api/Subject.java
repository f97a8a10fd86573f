// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Locale;
import java.util.Objects;

/**
 * What an observation is about. Witnesses look at the observations of one subject at a time, so that the outcome of one
 * attempt is never mixed with that of another.
 *
 * @param kind what sort of thing it is
 * @param id   which one: an address, an attempt's number, a certificate's thumbprint; may be empty where there is one
 *             only
 */
public record Subject(Kind kind, String id) {

    /** The sorts of subject. */
    public enum Kind {
        /** The computer that connects. */
        CLIENT_HOST,
        /** The computer that is connected to. */
        SERVER_HOST,
        /** The way between them, names included. */
        PATH,
        /** One address of the target. */
        ADDRESS,
        /** One try to connect, the clinic's own or the user's. */
        ATTEMPT,
        /** One certificate, by its SHA-256 thumbprint. */
        CERTIFICATE,
        /** The RD Gateway. */
        GATEWAY;

        /** The stable name in data and JSON, for example {@code server-host}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The computer that connects. */
    public static final Subject CLIENT = new Subject(Kind.CLIENT_HOST, "");
    /** The computer that is connected to. */
    public static final Subject SERVER = new Subject(Kind.SERVER_HOST, "");
    /** The way between them. */
    public static final Subject PATH = new Subject(Kind.PATH, "");
    /** The user's own try, as reported in the symptom. */
    public static final Subject REPORTED_ATTEMPT = new Subject(Kind.ATTEMPT, "reported");

    /** Checks that no part is missing. */
    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** One address of the target, as {@code 192.0.2.1:3389}. */
    public static Subject address(String address) {
        return new Subject(Kind.ADDRESS, address);
    }

    /** One attempt of the clinic. */
    public static Subject attempt(String id) {
        return new Subject(Kind.ATTEMPT, id);
    }

    /** A certificate by the SHA-256 of its DER form, in lower-case hexadecimal. */
    public static Subject certificate(String sha256) {
        return new Subject(Kind.CERTIFICATE, sha256);
    }

    /** {@code kind:id}, or the kind alone. */
    @Override
    public String toString() {
        return id.isEmpty() ? kind.id() : kind.id() + ":" + id;
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when the kind is none of ours
     */
    public static Subject parse(String text) {
        int colon = text.indexOf(':');
        String kindId = colon < 0 ? text : text.substring(0, colon);
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(kindId)) {
                return new Subject(kind, colon < 0 ? "" : text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("'" + text + "' names no subject.");
    }
}
