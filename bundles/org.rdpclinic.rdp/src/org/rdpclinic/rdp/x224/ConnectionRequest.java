// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/**
 * The client's first message: the X.224 Connection Request (MS-RDPBCGR 2.2.1.1).
 *
 * @param routing the cookie or the routing token, if there is one
 * @param negotiation what the client asks for; without it, Standard RDP Security is all that it knows
 */
public record ConnectionRequest(Optional<Routing> routing, Optional<NegotiationRequest> negotiation) {

    private static final int CODE = 0xE0;

    /**
     * A request without a cookie.
     *
     * @param protocols the mask of requested protocols, see {@link SecurityProtocol#mask}
     * @return the request
     */
    public static ConnectionRequest offering(int protocols) {
        return new ConnectionRequest(Optional.empty(),
                Optional.of(new NegotiationRequest(0, protocols, Optional.empty())));
    }

    /** {@return a request without a negotiation, as clients before RDP 5.2 send it} */
    public static ConnectionRequest withoutNegotiation() {
        return new ConnectionRequest(Optional.empty(), Optional.empty());
    }

    /**
     * The same request with a cookie.
     *
     * @param name the user's name; mstsc sends its first nine characters
     * @return the request with it
     */
    public ConnectionRequest withCookie(String name) {
        return new ConnectionRequest(Optional.of(new Routing.Cookie(name)), negotiation);
    }

    /** {@return the mask of requested protocols, 0 when there is no negotiation} */
    public int protocols() {
        return negotiation.map(NegotiationRequest::protocols).orElse(0);
    }

    /**
     * The request as it is sent.
     *
     * @return the whole packet
     * @throws IllegalArgumentException if the routing line is too long for one TPDU
     */
    public Bytes encode() {
        var variable = new ByteArrayOutputStream();
        routing.ifPresent(each -> variable.writeBytes((each.line() + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
        negotiation.ifPresent(each -> each.writeTo(variable));
        return Tpkt.connectionPacket(CODE, 0, variable.toByteArray());
    }

    /**
     * Reads a request.
     *
     * @param packet the whole packet, exactly as long as its header says
     * @return the request
     * @throws MalformedException if it is none, is cut short, or holds a length that lies
     */
    public static ConnectionRequest decode(Bytes packet) throws MalformedException {
        ByteReader in = Tpkt.content(packet);
        Tpkt.connectionHeader(in, CODE);
        Optional<Routing> routing = Optional.empty();
        if (in.remaining() > 0 && in.peek(0) != NegotiationBlock.REQUEST) {
            routing = Optional.of(readRouting(in));
        }
        Optional<NegotiationRequest> negotiation = Optional.empty();
        if (in.remaining() > 0) {
            negotiation = Optional.of(NegotiationRequest.read(in));
        }
        if (in.remaining() > 0) {
            throw new MalformedException(in.remaining() + " bytes after the connection request");
        }
        return new ConnectionRequest(routing, negotiation);
    }

    private static Routing readRouting(ByteReader in) throws MalformedException {
        int length = 0;
        while (in.peek(length) != '\r' || in.peek(length + 1) != '\n') {
            if (in.peek(length) < 0x20) {
                throw new MalformedException("a control character in the routing line");
            }
            length++;
        }
        String line = in.bytes(length).latin1();
        in.bytes(2);
        return line.startsWith(Routing.Cookie.PREFIX)
                ? new Routing.Cookie(line.substring(Routing.Cookie.PREFIX.length()))
                : new Routing.Token(line);
    }
}
