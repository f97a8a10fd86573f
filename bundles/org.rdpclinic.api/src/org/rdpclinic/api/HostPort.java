// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Objects;

/**
 * A host, by name or literal address, and a TCP port.
 *
 * @param host a DNS name, an IPv4 address or an IPv6 address without brackets; never blank
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

    /** Checks the parts; the messages are sentences for the user. */
    public HostPort {
        Objects.requireNonNull(host, "host");
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host is empty. Give a name or an address.");
        }
        if (host.codePoints().anyMatch(c -> c <= ' ' || c == '/' || c == '\\' || c == '@')) {
            throw new IllegalArgumentException(
                    "'" + host + "' is not a host: a name or an address has no blanks, slashes or '@'.");
        }
        if (host.length() > 253) {
            throw new IllegalArgumentException("The host is longer than the 253 characters that a name can have.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("Port " + port + " does not exist: ports run from 1 to 65535.");
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code 2001:db8::1} or {@code [2001:db8::1]:port}.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static HostPort parse(String text, int defaultPort) {
        String trimmed = text.strip();
        if (trimmed.contains("://")) {
            throw new IllegalArgumentException("'" + text + "' is the address of a page. Give the host alone.");
        }
        if (trimmed.startsWith("[")) {
            int end = trimmed.indexOf(']');
            if (end < 0) {
                throw new IllegalArgumentException("'" + text + "' opens a bracket and does not close it.");
            }
            String rest = trimmed.substring(end + 1);
            if (!rest.isEmpty() && !rest.startsWith(":")) {
                throw new IllegalArgumentException(
                        "'" + text + "' has something other than ':port' after the bracket.");
            }
            return new HostPort(trimmed.substring(1, end), rest.isEmpty() ? defaultPort : port(rest.substring(1)));
        }
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            return new HostPort(trimmed, defaultPort);
        }
        return new HostPort(trimmed.substring(0, colon), port(trimmed.substring(colon + 1)));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is not a port: ports are numbers from 1 to 65535.");
        }
        return Integer.parseInt(text);
    }

    /** {@code host:port}, with brackets around an IPv6 address. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
