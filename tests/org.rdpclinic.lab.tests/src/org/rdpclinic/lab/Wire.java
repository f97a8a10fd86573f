// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.HelloOutcome;
import org.rdpclinic.rdp.client.NegotiationOutcome;
import org.rdpclinic.rdp.client.RdpConnection;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

/** Connects as a client does and says in a word or two how far it came. */
final class Wire {

    static final int MSTSC = 0x0B;
    private static final Duration CONNECT = Duration.ofMillis(700);
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final LabRun run;

    Wire(LabRun run) {
        this.run = run;
    }

    /** As the run's own client does, by the name and port that it dials. */
    String asItsClient() throws Exception {
        Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class).stream()
                .filter(version -> run.client().tlsVersions().contains(version.toString()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TlsVersion.class)));
        return ask((int) run.client().protocols(), TlsOffer.mstsc().withVersions(versions));
    }

    /** With these protocol bits, TLS as mstsc does it. */
    String ask(int protocols) throws Exception {
        return ask(protocols, TlsOffer.mstsc());
    }

    String ask(int protocols, TlsOffer offer) throws Exception {
        return switch (run.network().resolve(run.target().host())) {
            case Network.Resolution.Unresolved unresolved -> "unresolved";
            case Network.Resolution.Addresses addresses -> connect(addresses.addresses().getFirst(),
                    run.target().port(), ConnectionRequest.offering(protocols), offer);
        };
    }

    /** To a port of the target, with mstsc's bits. */
    String port(int port) throws Exception {
        var addresses = (Network.Resolution.Addresses) run.network().resolve(run.target().host());
        return connect(addresses.addresses().getFirst(), port, ConnectionRequest.offering(MSTSC), TlsOffer.mstsc());
    }

    /** By a request without any negotiation. */
    String withoutNegotiation() throws Exception {
        var addresses = (Network.Resolution.Addresses) run.network().resolve(run.target().host());
        return connect(addresses.addresses().getFirst(), run.target().port(), ConnectionRequest.withoutNegotiation(),
                TlsOffer.mstsc());
    }

    /** By a ClientHello alone, which may offer what no library can do. */
    String hello(List<Integer> suites) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port());
                RdpConnection connection = new RdpConnection(socket)) {
            connection.negotiate(ConnectionRequest.offering(MSTSC), Deadline.in(ANSWER));
            return switch (connection.sendHello(TlsOffer.mstsc().withCipherSuites(suites), Deadline.in(ANSWER))) {
                case HelloOutcome.Accepted accepted -> "accepted";
                case HelloOutcome.Ended ended -> word(ended.ending()) + " at " + ended.stage();
            };
        }
    }

    /** The certificate that mstsc is served. */
    X509Certificate certificate() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port());
                RdpConnection connection = new RdpConnection(socket)) {
            connection.negotiate(ConnectionRequest.offering(MSTSC), Deadline.in(ANSWER));
            CertificateChain chain = connection.startTls(TlsOffer.mstsc(), Deadline.in(ANSWER)).chain();
            return parse(chain.der().getFirst().toArray());
        }
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    }

    private String connect(InetAddress address, int port, ConnectionRequest request, TlsOffer offer) {
        return switch (run.network().connect(new InetSocketAddress(address, port), CONNECT, new Request(run))) {
            case TcpOutcome.Refused refused -> "refused";
            case TcpOutcome.Silent silent -> "silent";
            case TcpOutcome.Unreachable unreachable -> "unreachable";
            case TcpOutcome.Accepted accepted -> negotiate(accepted.socket(), request, offer);
        };
    }

    private static String negotiate(Socket socket, ConnectionRequest request, TlsOffer offer) {
        try (RdpConnection connection = new RdpConnection(socket)) {
            return switch (connection.negotiate(request, Deadline.in(ANSWER))) {
                case NegotiationOutcome.Ended ended -> word(ended.ending());
                case NegotiationOutcome.Answered answered -> switch (answered.answer()) {
                    case NegotiationAnswer.Failure failure -> "failure " + failure.code();
                    case NegotiationAnswer.ConfirmWithoutNegotiation plain -> "plain confirm";
                    case NegotiationAnswer.DisconnectUltimatum ultimatum -> "ultimatum";
                    case NegotiationAnswer.NotRdp other -> "not RDP";
                    case NegotiationAnswer.Selected selected -> selected.protocol() == 0 ? "selected 0"
                            : "selected " + selected.protocol() + ", " + secure(connection, offer);
                };
            };
        }
    }

    private static String secure(RdpConnection connection, TlsOffer offer) {
        return switch (connection.startTls(offer, Deadline.in(ANSWER))) {
            case TlsOutcome.TlsEstablished established -> established.version().toString();
            case TlsOutcome.TlsEnded ended -> word(ended.ending()) + " at " + ended.stage()
                    + (ended.traffic().received() == 0 ? " after nothing" : "");
        };
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case Ending.Closed closed -> "closed";
            case Ending.Reset reset -> "reset";
            case Ending.Silent silent -> "no answer";
            case Ending.Alerted alerted -> "alert " + alerted.alert().description();
            case Ending.ClearText text -> "clear text";
            case Ending.Malformed malformed -> "malformed";
            case Ending.Declined declined -> "declined";
            case Ending.Abandoned abandoned -> "abandoned";
        };
    }
}
