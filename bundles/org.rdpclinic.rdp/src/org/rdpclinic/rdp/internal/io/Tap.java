// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;

/**
 * A socket's streams, watched: each read ends by the deadline of the step, the bytes of the step are counted and
 * bounded, the first of them are kept, and why no more came is remembered. Closing the streams does not close the
 * socket.
 */
public final class Tap {

    /** The number of first bytes kept of each step: enough for any ServerHello. */
    private static final int KEPT = 512;
    /** The most bytes that a step reads: some times the largest certificate chain that was ever seen. */
    private static final long MAX_RECEIVED = 512 * 1024;

    private final Socket socket;
    private final boolean probing;
    private final InputStream in = new Input();
    private final OutputStream out = new Output();
    private final byte[] kept = new byte[KEPT];
    private Deadline deadline = Deadline.in(Duration.ZERO);
    private long begin;
    private long firstSent;
    private long firstReceived;
    private long sent;
    private long received;
    private Fault fault;
    private boolean unwritable;

    private Tap(Socket socket, boolean probing) {
        this.socket = socket;
        this.probing = probing;
    }

    /**
     * Taps a socket for one who probes: a step reads a bounded number of bytes, and a write that fails is told by the
     * next read.
     *
     * @param socket connected
     * @return the tap
     */
    public static Tap probing(Socket socket) {
        return new Tap(socket, true);
    }

    /**
     * Taps a socket for one who serves: a session may read without bounds, and a write that fails throws.
     *
     * @param socket accepted
     * @return the tap
     */
    public static Tap serving(Socket socket) {
        return new Tap(socket, false);
    }

    /**
     * Begins a step: all counts are zero again.
     *
     * @param until when its reads end
     */
    public void begin(Deadline until) {
        deadline = until;
        begin = System.nanoTime();
        sent = 0;
        received = 0;
        fault = null;
    }

    /**
     * Moves the deadline of the step.
     *
     * @param until when its reads end from now on
     */
    public void until(Deadline until) {
        deadline = until;
    }

    /** Forgets that the deadline passed, after a wait that was meant to end so. */
    public void forgive() {
        if (fault == Fault.SILENT) {
            fault = null;
        }
    }

    /** {@return the watched input} */
    public InputStream in() {
        return in;
    }

    /** {@return the watched output} */
    public OutputStream out() {
        return out;
    }

    /** {@return why no more bytes came, empty while they do} */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** {@return the number of bytes sent in this step} */
    public long sent() {
        return sent;
    }

    /** {@return the number of bytes received in this step} */
    public long received() {
        return received;
    }

    /** {@return the first bytes received in this step, at most 512} */
    public Bytes first() {
        return Bytes.of(kept, 0, (int) Math.min(received, KEPT));
    }

    /** {@return the time from the first byte sent, or else the begin, to the first byte received} */
    public Optional<Duration> timeToFirstByte() {
        return received == 0 ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, firstReceived - (sent == 0 ? begin : firstSent))));
    }

    /** {@return the time since the step's begin} */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * Reads exactly so many bytes.
     *
     * @param count how many, bounded by the caller
     * @return the bytes
     * @throws IOException if they do not come whole; {@link #fault()} says why
     */
    public Bytes readExactly(int count) throws IOException {
        byte[] content = new byte[count];
        int filled = in.readNBytes(content, 0, count);
        if (filled < count) {
            throw new EOFException("closed after " + filled + " of " + count + " bytes");
        }
        return Bytes.of(content);
    }

    private int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (probing && received >= MAX_RECEIVED) {
            fault = Fault.FLOODED;
            throw new IOException("more than " + MAX_RECEIVED + " bytes in one step");
        }
        if (deadline.hasPassed()) {
            fault = Fault.SILENT;
            throw new SocketTimeoutException("the deadline has passed");
        }
        int count;
        try {
            socket.setSoTimeout(deadline.remainingMillis());
            count = socket.getInputStream().read(buffer, offset, length);
        } catch (SocketTimeoutException silent) {
            fault = Fault.SILENT;
            throw silent;
        } catch (IOException broken) {
            fault = faultOf(broken);
            throw broken;
        }
        if (count < 0) {
            fault = socket.isClosed() ? Fault.ABANDONED : Fault.CLOSED;
            return count;
        }
        keep(buffer, offset, count);
        return count;
    }

    private void keep(byte[] buffer, int offset, int count) {
        if (received == 0) {
            firstReceived = System.nanoTime();
        }
        if (received < KEPT) {
            int room = (int) Math.min(count, KEPT - received);
            System.arraycopy(buffer, offset, kept, (int) received, room);
        }
        received += count;
    }

    private Fault faultOf(IOException broken) {
        if (socket.isClosed()) {
            return Fault.ABANDONED;
        }
        // A peer that closed in order, and then meets bytes of ours, answers with a reset. Linux tells this from a
        // plain reset by EPIPE.
        String message = broken.getMessage();
        return message != null && message.contains("Broken pipe") ? Fault.CLOSED : Fault.RESET;
    }

    /** Where reads go through the tap. */
    private final class Input extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return Tap.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return Tap.this.read(buffer, offset, length);
        }

        @Override
        public int available() throws IOException {
            return socket.getInputStream().available();
        }
    }

    /** Where writes go through the tap. */
    private final class Output extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] { (byte) value }, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0 || fault != null || unwritable) {
                return;
            }
            if (sent == 0) {
                firstSent = System.nanoTime();
            }
            try {
                socket.getOutputStream().write(buffer, offset, length);
                sent += length;
            } catch (IOException broken) {
                if (!probing) {
                    throw broken;
                }
                // What the peer said before it broke off is still to be read, and is worth more than this failure: the
                // next read tells it, and then the fault.
                unwritable = true;
            }
        }
    }
}
