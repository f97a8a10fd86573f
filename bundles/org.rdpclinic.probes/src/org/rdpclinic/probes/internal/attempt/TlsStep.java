// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.HelloOutcome;
import org.rdpclinic.rdp.client.Stage;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.client.Traffic;
import org.rdpclinic.rdp.tls.CertificateChain;
import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.TlsVersion;

/**
 * What came of a hello, in the values by which it is observed.
 *
 * @param outcome     value of {@code tls.outcome}
 * @param ending      how it broke, if it did
 * @param beforeHello whether it broke before the hello was sent; empty when nobody waited to see
 * @param serverHello whether the server had answered the hello
 * @param version     the version that the server chose
 * @param suite       the suite that the server chose
 * @param chain       the certificates that had come
 * @param received    bytes that had come
 * @param time        from the hello to the end, zero without a hello
 */
record TlsStep(String outcome, Optional<Ending> ending, Optional<Boolean> beforeHello, boolean serverHello,
        Optional<TlsVersion> version, Optional<Integer> suite, CertificateChain chain, long received, Duration time) {

    /** The alert by which a client refuses the server's version (RFC 8446, 6.2). */
    private static final int PROTOCOL_VERSION = 70;

    static TlsStep of(TlsOutcome outcome, Duration pause) {
        Traffic traffic = outcome.traffic();
        return switch (outcome) {
            case TlsOutcome.TlsEstablished tls -> new TlsStep("established", Optional.empty(),
                    early(false, pause), true,
                    Optional.of(tls.version()), Optional.of(tls.cipherSuite()), tls.chain(), traffic.received(),
                    without(pause, traffic.elapsed()));
            case TlsOutcome.TlsEnded ended -> new TlsStep(
                    senseless(ended) ? "garbage" : id(ended.ending()), Optional.of(ended.ending()),
                    early(ended.stage() == Stage.BEFORE_CLIENT_HELLO, pause),
                    ended.stage().compareTo(Stage.CLIENT_HELLO) > 0,
                    ended.version(), ended.cipherSuite(), ended.chain(), traffic.received(),
                    without(pause, traffic.elapsed()));
        };
    }

    static TlsStep of(HelloOutcome outcome, Duration pause) {
        Traffic traffic = outcome.traffic();
        return switch (outcome) {
            case HelloOutcome.Accepted accepted -> new TlsStep("answered", Optional.empty(), early(false, pause), true,
                    accepted.hello().findVersion(), Optional.of(accepted.hello().cipherSuite()),
                    CertificateChain.EMPTY, traffic.received(), without(pause, traffic.elapsed()));
            case HelloOutcome.Ended ended -> new TlsStep(id(ended.ending()), Optional.of(ended.ending()),
                    early(ended.stage() == Stage.BEFORE_CLIENT_HELLO, pause), false, Optional.empty(),
                    Optional.empty(), CertificateChain.EMPTY, traffic.received(), without(pause, traffic.elapsed()));
        };
    }

    /** Whether our side gave up at what is no ServerHello at all; a version that the client lacks is one. */
    private static boolean senseless(TlsOutcome.TlsEnded ended) {
        return ended.ending() instanceof Ending.Declined declined && ended.version().isEmpty()
                && declined.alert().description() != PROTOCOL_VERSION;
    }

    private static Optional<Boolean> early(boolean early, Duration pause) {
        return pause.isZero() ? Optional.empty() : Optional.of(early);
    }

    private static Duration without(Duration pause, Duration elapsed) {
        Duration rest = elapsed.minus(pause);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static String id(Ending ending) {
        return switch (ending) {
            case Ending.Closed closed -> "closed";
            case Ending.Reset reset -> "reset";
            case Ending.Silent silent -> "silent";
            case Ending.Alerted alerted -> "alert";
            // The client at hand gives up here as well, and says so by an alert of its own.
            case Ending.Declined declined -> "alert";
            case Ending.ClearText text -> "clear-text";
            case Ending.Malformed malformed -> "garbage";
            case Ending.Abandoned abandoned -> "closed";
        };
    }

    private Optional<Long> alert() {
        return ending.flatMap(how -> switch (how) {
            case Ending.Alerted alerted -> Optional.of((long) alerted.alert().description());
            case Ending.Declined declined -> Optional.of((long) declined.alert().description());
            default -> Optional.empty();
        });
    }

    /** Whether the handshake was finished. */
    boolean established() {
        return outcome.equals("established");
    }

    /** Whether it ended since nothing more came in time. */
    boolean silent() {
        return outcome.equals("silent");
    }

    /** Hands all of it in, the certificates apart. */
    void observe(ProbeRequest request, Subject attempt, String offered) {
        request.observe(TlsKeys.OFFERED, offered, attempt);
        request.observe(TlsKeys.OUTCOME, outcome, attempt);
        beforeHello.ifPresent(early -> request.observe(TlsKeys.BEFORE_HELLO, early, attempt));
        request.observe(TlsKeys.SERVER_HELLO, serverHello, attempt);
        request.observe(TlsKeys.BYTES_RECEIVED, received, attempt);
        if (!beforeHello.orElse(false)) {
            request.observe(TlsKeys.TIME, time, attempt);
        }
        alert().ifPresent(number -> request.observe(TlsKeys.ALERT, number, attempt));
        version.ifPresent(each -> request.observe(TlsKeys.VERSION, each.toString(), attempt));
        suite.ifPresent(each -> request.observe(TlsKeys.CIPHER_SUITE, CipherSuites.name(each), attempt));
    }
}
