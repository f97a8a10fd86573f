// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

/** The line before the negotiation that a load balancer may read (MS-RDPBCGR 2.2.1.1); a request has at most one. */
public sealed interface Routing {

    /** {@return the line without its end, as it stands on the wire} */
    String line();

    /**
     * The user's name, often cut short, as a key for a load balancer; it authenticates nothing.
     *
     * @param name printable characters only
     */
    record Cookie(String name) implements Routing {

        static final String PREFIX = "Cookie: mstshash=";

        /** Checks that the name holds no line end. */
        public Cookie {
            requireOneLine(name);
        }

        @Override
        public String line() {
            return PREFIX + name;
        }
    }

    /**
     * A token that a broker gave to the client, such as {@code Cookie: msts=…} or {@code tsv://…}.
     *
     * @param line the token, printable characters only
     */
    record Token(String line) implements Routing {

        /** Checks that the token holds no line end. */
        public Token {
            requireOneLine(line);
        }
    }

    private static void requireOneLine(String text) {
        if (text.chars().anyMatch(each -> each < 0x20 || each > 0xFF)) {
            throw new IllegalArgumentException("a routing line holds no control characters and only ISO 8859-1");
        }
    }
}
