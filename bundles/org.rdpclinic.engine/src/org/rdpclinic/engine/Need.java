// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Locale;
import java.util.Objects;

import org.rdpclinic.api.host.Facet;

/**
 * Something without which a probe cannot run. The text form is {@code network}, {@code server:registry},
 * {@code client:files} or {@code key:tcp.outcome}.
 */
public sealed interface Need {

    /** The two hosts of a case. */
    enum Side {
        /** The computer that connects. */
        CLIENT,
        /** The computer that is connected to. */
        SERVER;

        /** The name in data, {@code client} or {@code server}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The net may be used. */
    record Net() implements Need {
        @Override
        public String text() {
            return "network";
        }
    }

    /** A facet of one of the hosts. */
    record HostFacet(Side side, Facet.Name facet) implements Need {
        /** Checks that no part is missing. */
        public HostFacet {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(facet, "facet");
        }

        @Override
        public String text() {
            return side.id() + ":" + facet.id();
        }
    }

    /** A key that another probe, or the engine itself, observes. */
    record Key(String key) implements Need {
        /** Checks that it is not missing. */
        public Key {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String text() {
            return "key:" + key;
        }
    }

    /** The text form, which {@link #parse} reads. */
    String text();

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException with a sentence
     */
    static Need parse(String text) {
        if (text.equals("network")) {
            return new Net();
        }
        int colon = text.indexOf(':');
        String before = colon < 0 ? text : text.substring(0, colon);
        String after = colon < 0 ? "" : text.substring(colon + 1);
        if (before.equals("key") && !after.isEmpty()) {
            return new Key(after);
        }
        for (Side side : Side.values()) {
            if (side.id().equals(before)) {
                return new HostFacet(side, Facet.Name.find(after).orElseThrow(() -> unreadable(text)));
            }
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no need; write network, server:FACET, client:FACET (such as server:registry) or key:KEY.");
    }
}
