// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.x224;

import java.util.Optional;
import java.util.Set;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/** What a server says to a connection request (MS-RDPBCGR 2.2.1.2), or what it says in place of an answer. */
public sealed interface NegotiationAnswer {

    /** {@return the bytes that a server sends for this answer} */
    Bytes encode();

    /**
     * The server chose a protocol (RDP_NEG_RSP).
     *
     * @param protocol the value of {@code selectedProtocol}; a sane server picks one bit of the request, or 0
     * @param flags the flags' byte, see {@link ResponseFlag}
     */
    record Selected(int protocol, int flags) implements NegotiationAnswer {

        /** Keeps the flags to a byte. */
        public Selected {
            flags &= 0xFF;
        }

        /** {@return the protocol by name, or empty when the value is none} */
        public Optional<SecurityProtocol> findProtocol() {
            return SecurityProtocol.find(protocol);
        }

        /** {@return the flags by name} */
        public Set<ResponseFlag> flagSet() {
            return ResponseFlag.in(flags);
        }

        @Override
        public Bytes encode() {
            return NegotiationBlock.confirm(NegotiationBlock.RESPONSE, flags, protocol);
        }
    }

    /**
     * The server refused what was asked for (RDP_NEG_FAILURE).
     *
     * @param code the number of the failure, also one without a name
     */
    record Failure(int code) implements NegotiationAnswer {

        /**
         * A failure with a name.
         *
         * @param code the named code
         */
        public Failure(FailureCode code) {
            this(code.code());
        }

        /** {@return the code by name, or empty when the specification has none for it} */
        public Optional<FailureCode> findCode() {
            return FailureCode.find(code);
        }

        @Override
        public Bytes encode() {
            return NegotiationBlock.confirm(NegotiationBlock.FAILURE, 0, code);
        }
    }

    /** A confirm without any negotiation: an old server, or one that does Standard RDP Security only. */
    record ConfirmWithoutNegotiation() implements NegotiationAnswer {

        @Override
        public Bytes encode() {
            return NegotiationBlock.emptyConfirm();
        }
    }

    /**
     * The server said goodbye in place of a confirm (MCS Disconnect Provider Ultimatum, T.125 section 11).
     *
     * @param reason 0 domain disconnected, 1 provider initiated, 2 token purged, 3 user requested, 4 channel purged
     */
    record DisconnectUltimatum(int reason) implements NegotiationAnswer {

        /** What xrdp, FreeRDP and others send: reason 3, user requested. */
        public static final DisconnectUltimatum USER_REQUESTED = new DisconnectUltimatum(3);

        private static final Bytes START = Bytes.fromHex("0300000902f080");

        /** Checks the reason. */
        public DisconnectUltimatum {
            if (reason < 0 || reason > 7) {
                throw new IllegalArgumentException("the reason has three bits");
            }
        }

        /**
         * Recognises the nine bytes anywhere: they also come in clear where TLS is due.
         *
         * @param bytes what was received, or its beginning
         * @return the ultimatum, or empty when the bytes do not begin with one
         */
        public static Optional<DisconnectUltimatum> find(Bytes bytes) {
            if (bytes.size() < 9 || !bytes.startsWith(START) || bytes.at(7) >> 2 != 8) {
                return Optional.empty();
            }
            return Optional.of(new DisconnectUltimatum((bytes.at(7) & 3) << 1 | bytes.at(8) >> 7));
        }

        @Override
        public Bytes encode() {
            byte[] packet = Bytes.fromHex("0300000902f0802000").toArray();
            packet[7] |= (byte) (reason >> 1);
            packet[8] |= (byte) (reason << 7);
            return Bytes.of(packet);
        }
    }

    /**
     * Bytes that do not begin as RDP does: another service, or a peer that talks nonsense.
     *
     * @param firstBytes the first bytes received
     */
    record NotRdp(Bytes firstBytes) implements NegotiationAnswer {

        @Override
        public Bytes encode() {
            return firstBytes;
        }
    }

    /**
     * Reads an answer.
     *
     * @param packet the whole packet, exactly as long as its header says
     * @return the answer; {@link NotRdp} for a sound packet that holds neither a confirm nor an ultimatum
     * @throws MalformedException if the packet is a confirm that is cut short, or holds a length or a type that lies
     */
    static NegotiationAnswer decode(Bytes packet) throws MalformedException {
        ByteReader in = Tpkt.content(packet);
        Optional<DisconnectUltimatum> ultimatum = DisconnectUltimatum.find(packet);
        if (ultimatum.isPresent()) {
            return ultimatum.get();
        }
        if ((in.peek(1) & 0xF0) != NegotiationBlock.CONFIRM) {
            return new NotRdp(packet);
        }
        Tpkt.connectionHeader(in, NegotiationBlock.CONFIRM);
        if (in.remaining() == 0) {
            return new ConfirmWithoutNegotiation();
        }
        int type = in.u8();
        int flags = in.u8();
        if (in.u16Little() != NegotiationBlock.SIZE) {
            throw new MalformedException("the length of the negotiation answer is not 8");
        }
        int value = in.i32Little();
        if (in.remaining() > 0) {
            throw new MalformedException(in.remaining() + " bytes after the negotiation answer");
        }
        return switch (type) {
            case NegotiationBlock.RESPONSE -> new Selected(value, flags);
            case NegotiationBlock.FAILURE -> new Failure(value);
            default -> throw new MalformedException("negotiation answer of the unknown type " + type);
        };
    }
}
