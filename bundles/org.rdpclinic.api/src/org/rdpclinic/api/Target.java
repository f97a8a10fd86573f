// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the user wants to connect.
 *
 * @param address what was dialled, and the port
 * @param gateway the RD Gateway on the way, if the client uses one
 */
public record Target(HostPort address, Optional<HostPort> gateway) {

    /** The port that Remote Desktop listens on by default. */
    public static final int DEFAULT_PORT = 3389;

    /** Checks that no part is missing. */
    public Target {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(gateway, "gateway");
    }

    /** A target without a gateway. */
    public static Target direct(String host, int port) {
        return new Target(new HostPort(host, port), Optional.empty());
    }

    /**
     * Reads what a user types: a name or address, with or without a port.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Target parse(String text) {
        return new Target(HostPort.parse(text, DEFAULT_PORT), Optional.empty());
    }

    /** The name or address dialled, without the port. */
    public String host() {
        return address.host();
    }

    /** The port dialled. */
    public int port() {
        return address.port();
    }

    @Override
    public String toString() {
        return port() == DEFAULT_PORT && host().indexOf(':') < 0 ? host() : address.toString();
    }
}
