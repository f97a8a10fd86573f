// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.MalformedException;

/**
 * What a client asks for (RDP_NEG_REQ, MS-RDPBCGR 2.2.1.1.1).
 *
 * @param flags the flags' byte without the bit of the correlation block, see {@link RequestFlag}
 * @param protocols the mask {@code requestedProtocols}, see {@link SecurityProtocol}
 * @param correlation the correlation block's id; its presence sets the flag that announces it
 */
public record NegotiationRequest(int flags, int protocols, Optional<CorrelationId> correlation) {

    private static final int CORRELATION_TYPE = 0x06;
    private static final int CORRELATION_SIZE = 36;

    /** Takes the bit of the correlation block out of the flags, since its presence says the same. */
    public NegotiationRequest {
        flags &= 0xFF & ~RequestFlag.CORRELATION_INFO_PRESENT.bit();
    }

    /** {@return the flags by name, that of the correlation block included} */
    public Set<RequestFlag> flagSet() {
        return RequestFlag.in(wireFlags());
    }

    /** {@return the protocols by name} */
    public Set<SecurityProtocol> protocolSet() {
        return SecurityProtocol.in(protocols);
    }

    private int wireFlags() {
        return flags | (correlation.isPresent() ? RequestFlag.CORRELATION_INFO_PRESENT.bit() : 0);
    }

    void writeTo(ByteArrayOutputStream out) {
        NegotiationBlock.write(out, NegotiationBlock.REQUEST, wireFlags(), protocols);
        correlation.ifPresent(id -> {
            out.write(CORRELATION_TYPE);
            out.write(0);
            out.write(CORRELATION_SIZE);
            out.write(0);
            out.writeBytes(id.bytes().toArray());
            out.writeBytes(new byte[16]);
        });
    }

    static NegotiationRequest read(ByteReader in) throws MalformedException {
        if (in.u8() != NegotiationBlock.REQUEST) {
            throw new MalformedException("no negotiation request: its type is not 1");
        }
        int flags = in.u8();
        if (in.u16Little() != NegotiationBlock.SIZE) {
            throw new MalformedException("the length of the negotiation request is not 8");
        }
        int protocols = in.i32Little();
        Optional<CorrelationId> correlation = Optional.empty();
        if ((flags & RequestFlag.CORRELATION_INFO_PRESENT.bit()) != 0) {
            correlation = Optional.of(readCorrelation(in));
        }
        return new NegotiationRequest(flags, protocols, correlation);
    }

    private static CorrelationId readCorrelation(ByteReader in) throws MalformedException {
        if (in.u8() != CORRELATION_TYPE) {
            throw new MalformedException("no correlation block: its type is not 6");
        }
        in.u8();
        if (in.u16Little() != CORRELATION_SIZE) {
            throw new MalformedException("the length of the correlation block is not 36");
        }
        CorrelationId id = new CorrelationId(in.bytes(CorrelationId.SIZE));
        in.bytes(16);
        return id;
    }
}
