// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsClientProtocol;
import org.rdpclinic.rdp.internal.io.Fault;
import org.rdpclinic.rdp.internal.io.Tap;
import org.rdpclinic.rdp.internal.tls.HelloWriter;
import org.rdpclinic.rdp.internal.tls.ProbingClient;
import org.rdpclinic.rdp.internal.tls.Records;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.tls.ServerHello;
import org.rdpclinic.rdp.tls.TlsAlert;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.Tpkt;

/**
 * A client's connection over a connected socket. Each step blocks at most until its deadline and gives an outcome in
 * every case; no step throws for what a server does. Closing the connection, or the socket, from another thread ends a
 * running step at once, with {@link Ending.Abandoned}. Steps are for one thread at a time.
 */
public final class RdpConnection implements AutoCloseable {

    private static final int FIRST_OF_TPKT = 3;

    /** The alerts of ours that say "this message is broken", not "I do not want this". */
    private static final Set<Integer> FORMAT_FAULTS = Set.of((int) AlertDescription.unexpected_message,
            (int) AlertDescription.bad_record_mac, (int) AlertDescription.record_overflow,
            (int) AlertDescription.decode_error, (int) AlertDescription.internal_error);

    private final Socket socket;
    private final Tap tap;
    private volatile TlsClientProtocol established;

    /**
     * Takes a socket over: it is closed with this connection.
     *
     * @param socket connected, and not read from before
     */
    public RdpConnection(Socket socket) {
        this.socket = socket;
        this.tap = Tap.probing(socket);
    }

    /**
     * Sends a connection request and reads the answer, exactly as many bytes as it announces.
     *
     * @param request what to ask for
     * @param deadline when to give up
     * @return the answer, or how the connection ended
     */
    public NegotiationOutcome negotiate(ConnectionRequest request, Deadline deadline) {
        tap.begin(deadline);
        try {
            tap.out().write(request.encode().toArray());
            if (tap.readExactly(1).at(0) != FIRST_OF_TPKT) {
                Bytes foreign = Endings.collect(tap, deadline);
                return tap.fault().filter(Fault.ABANDONED::equals).isPresent() ? negotiationEnded("")
                        : new NegotiationOutcome.Answered(new NegotiationAnswer.NotRdp(foreign), Endings.traffic(tap));
            }
            tap.readExactly(Tpkt.HEADER - 1);
            Bytes header = tap.first();
            Bytes rest = tap.readExactly(Tpkt.length(header) - Tpkt.HEADER);
            return new NegotiationOutcome.Answered(NegotiationAnswer.decode(header.plus(rest)), Endings.traffic(tap));
        } catch (IOException ended) {
            return negotiationEnded(ended.getMessage());
        }
    }

    private NegotiationOutcome negotiationEnded(String reason) {
        Ending ending = tap.fault().map(fault -> Endings.of(fault, tap))
                .orElseGet(() -> Endings.malformed(reason, tap));
        return new NegotiationOutcome.Ended(ending, Endings.traffic(tap));
    }

    /**
     * Does a TLS handshake, as is due after an answer that selected a protocol with TLS. Any certificate is accepted:
     * it is read, not trusted. A server that closes, or talks, within the offer's pause has not seen the ClientHello.
     *
     * @param offer versions, suites, name, pause
     * @param deadline when to give up
     * @return what was agreed, or how the handshake ended
     * @throws IllegalArgumentException if this side can do none of the suites offered: {@link #sendHello} is for those
     */
    public TlsOutcome startTls(TlsOffer offer, Deadline deadline) {
        var client = new ProbingClient(offer);
        tap.begin(deadline);
        Optional<Ending> early = listen(offer.pause(), deadline);
        if (early.isPresent()) {
            return new TlsOutcome.TlsEnded(Stage.BEFORE_CLIENT_HELLO, early.get(), Optional.empty(), Optional.empty(),
                    CertificateChain.EMPTY, Endings.traffic(tap));
        }
        var protocol = new TlsClientProtocol(tap.in(), tap.out());
        try {
            protocol.connect(client);
            Traffic traffic = Endings.traffic(tap);
            established = protocol;
            return new TlsOutcome.TlsEstablished(client.version().orElseThrow(), client.cipherSuite().orElseThrow(),
                    client.chain(), traffic);
        } catch (IOException | RuntimeException ended) {
            // BouncyCastle meets some hostile input with unchecked exceptions: for us an ending like any other.
            return tlsEnded(client, deadline, ended);
        }
    }

    private TlsOutcome tlsEnded(ProbingClient client, Deadline deadline, Exception ended) {
        Optional<ServerHello> hello = Records.findServerHello(tap.first());
        Stage stage = !client.chain().isEmpty() ? Stage.CERTIFICATE
                : hello.isPresent() || client.version().isPresent() ? Stage.SERVER_HELLO : Stage.CLIENT_HELLO;
        Ending ending = tlsEnding(client, deadline, ended);
        return new TlsOutcome.TlsEnded(stage, ending,
                client.version().or(() -> hello.flatMap(ServerHello::findVersion)),
                client.cipherSuite().or(() -> hello.map(ServerHello::cipherSuite)), client.chain(),
                Endings.traffic(tap));
    }

    private Ending tlsEnding(ProbingClient client, Deadline deadline, Exception ended) {
        if (tap.fault().filter(Fault.ABANDONED::equals).isPresent()) {
            return new Ending.Abandoned();
        }
        if (tap.received() > 0 && !Records.looksLikeTls(tap.first())) {
            return Endings.foreign(tap, deadline);
        }
        boolean brokenOff = tap.fault().filter(fault -> fault == Fault.CLOSED || fault == Fault.RESET).isPresent();
        // A warning that the server went on after is not the ending.
        Optional<TlsAlert> last = client.received()
                .filter(alert -> brokenOff || alert.isFatal() || alert.equals(TlsAlert.CLOSE_NOTIFY));
        if (last.isPresent()) {
            return new Ending.Alerted(last.get());
        }
        if (tap.fault().isPresent()) {
            return Endings.of(tap.fault().get(), tap);
        }
        Optional<TlsAlert> raised = client.raised().filter(alert -> !FORMAT_FAULTS.contains(alert.description()));
        return raised.isPresent() ? new Ending.Declined(raised.get())
                : Endings.malformed(String.valueOf(ended.getMessage()), tap);
    }

    /** Listens before the hello is sent; a server has nothing to say then. */
    private Optional<Ending> listen(Duration pause, Deadline deadline) {
        if (pause.isZero()) {
            return Optional.empty();
        }
        tap.until(deadline.atMost(pause));
        try {
            tap.readExactly(1);
            return Optional.of(Endings.foreign(tap, deadline));
        } catch (SocketTimeoutException quiet) {
            if (deadline.hasPassed()) {
                return Optional.of(new Ending.Silent());
            }
            tap.forgive();
            tap.until(deadline);
            return Optional.empty();
        } catch (IOException ended) {
            return tap.fault().map(fault -> Endings.of(fault, tap));
        }
    }

    /**
     * Sends a ClientHello alone and reads the answer to it: for suites and versions that this side could not go on
     * with. Nothing but {@link #close()} makes sense afterwards.
     *
     * @param offer versions, suites (any numbers), name, pause
     * @param deadline when to give up
     * @return what the server chose, or how the connection ended
     */
    public HelloOutcome sendHello(TlsOffer offer, Deadline deadline) {
        tap.begin(deadline);
        Optional<Ending> early = listen(offer.pause(), deadline);
        if (early.isPresent()) {
            return new HelloOutcome.Ended(Stage.BEFORE_CLIENT_HELLO, early.get(), Endings.traffic(tap));
        }
        Ending ending;
        try {
            tap.out().write(HelloWriter.record(offer).toArray());
            switch (Records.readFirst(tap, new ByteArrayOutputStream())) {
                case Records.First.Message message -> {
                    return new HelloOutcome.Accepted(ServerHello.parse(message.content()), Endings.traffic(tap));
                }
                case Records.First.Alert alert -> ending = new Ending.Alerted(alert.alert());
            }
        } catch (IOException ended) {
            if (tap.received() > 0 && !Records.looksLikeTls(tap.first())) {
                ending = Endings.foreign(tap, deadline);
            } else {
                ending = tap.fault().map(fault -> Endings.of(fault, tap))
                        .orElseGet(() -> Endings.malformed(ended.getMessage(), tap));
            }
        }
        return new HelloOutcome.Ended(Stage.CLIENT_HELLO, ending, Endings.traffic(tap));
    }

    /** Says goodbye where TLS was established, and closes the socket. Never throws; safe from any thread. */
    @Override
    public void close() {
        TlsClientProtocol session = established;
        established = null;
        try (socket) {
            if (session != null) {
                session.close();
            }
        } catch (IOException closing) {
            // The server was faster; a socket that cannot be closed is closed.
        }
    }
}
