// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import org.rdpclinic.rdp.internal.io.Tap;
import org.rdpclinic.rdp.tls.ClientHello;
import org.rdpclinic.rdp.tls.ServerHello;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/** TLS records in clear (RFC 8446 section 5.1), as far as the two hellos and alerts need them. */
public final class Records {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int HEADER = 5;
    private static final int MAX_FRAGMENT = 1 << 14;
    private static final int MAX_BEFORE_HELLO = 2 * ClientHello.MAX_SIZE;

    private Records() {
    }

    /** What stands first in a stream of records. */
    public sealed interface First {

        /**
         * A whole handshake message.
         *
         * @param content the message with its header of four bytes
         */
        record Message(Bytes content) implements First {
        }

        /**
         * An alert that gives up, before any handshake message.
         *
         * @param alert the alert
         */
        record Alert(TlsAlert alert) implements First {
        }
    }

    /**
     * Whether bytes may be the begin of a record.
     *
     * @param first what came first, at least one byte
     * @return true if type and major version are those of a record, as far as they are there
     */
    public static boolean looksLikeTls(Bytes first) {
        return first.at(0) >= 20 && first.at(0) <= 24 && (first.size() < 2 || first.at(1) == 3);
    }

    /**
     * Reads records until a whole handshake message or an alert that is no mere warning has come.
     *
     * @param tap where to read
     * @param raw gets all bytes read
     * @return message or alert
     * @throws MalformedException if the bytes are no such records
     * @throws IOException if they do not come whole
     */
    public static First readFirst(Tap tap, ByteArrayOutputStream raw) throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            Bytes head = read(tap, 1, raw);
            if (!looksLikeTls(head)) {
                throw new MalformedException("no TLS record");
            }
            ByteReader header = ByteReader.over(read(tap, HEADER - 1, raw));
            int major = header.u16() >> 8;
            int length = header.u16();
            if (major != 3 || length == 0 || length > MAX_FRAGMENT) {
                throw new MalformedException("TLS record of version " + major + " and length " + length);
            }
            if (raw.size() > MAX_BEFORE_HELLO) {
                throw new MalformedException("no hello within " + MAX_BEFORE_HELLO + " bytes");
            }
            Bytes fragment = read(tap, length, raw);
            if (head.at(0) == ALERT && length == 2) {
                TlsAlert alert = new TlsAlert(fragment.at(0), fragment.at(1));
                if (alert.isFatal() || alert.equals(TlsAlert.CLOSE_NOTIFY)) {
                    return new First.Alert(alert);
                }
            } else if (head.at(0) == HANDSHAKE) {
                message.writeBytes(fragment.toArray());
                Optional<Bytes> whole = whole(Bytes.of(message.toByteArray()));
                if (whole.isPresent()) {
                    return new First.Message(whole.get());
                }
            } else {
                throw new MalformedException("TLS record of type " + head.at(0) + " where a hello is due");
            }
        }
    }

    /**
     * Finds a ServerHello in what came first.
     *
     * @param first the first bytes received, which may end anywhere
     * @return the hello, or empty if there is none or it is not whole
     */
    public static Optional<ServerHello> findServerHello(Bytes first) {
        try {
            ByteReader in = ByteReader.over(first);
            while (in.remaining() > HEADER) {
                int type = in.u8();
                in.u16();
                int length = in.u16();
                if (type == HANDSHAKE) {
                    Optional<Bytes> message = whole(in.bytes(Math.min(length, in.remaining())));
                    return message.isPresent() ? Optional.of(ServerHello.parse(message.get())) : Optional.empty();
                }
                in.bytes(length);
            }
            return Optional.empty();
        } catch (MalformedException none) {
            return Optional.empty();
        }
    }

    private static Bytes read(Tap tap, int count, ByteArrayOutputStream raw) throws IOException {
        Bytes bytes = tap.readExactly(count);
        raw.writeBytes(bytes.toArray());
        return bytes;
    }

    /** The first message of a run of handshake bytes, once it is there whole. */
    private static Optional<Bytes> whole(Bytes handshake) throws MalformedException {
        if (handshake.size() < 4) {
            return Optional.empty();
        }
        ByteReader in = ByteReader.over(handshake);
        in.u8();
        int size = in.u24();
        if (size > ClientHello.MAX_SIZE) {
            throw new MalformedException("hello of " + size + " bytes");
        }
        return size > in.remaining() ? Optional.empty() : Optional.of(handshake.first(4 + size));
    }
}
