// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.probes.internal.network.TargetAddress;
import org.rdpclinic.probes.internal.network.Waiting;
import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.HelloOutcome;
import org.rdpclinic.rdp.client.NegotiationOutcome;
import org.rdpclinic.rdp.client.RdpConnection;
import org.rdpclinic.rdp.client.TlsOutcome;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;

/**
 * One connection of the clinic under a subject of its own. Each step is observed as soon as it is done, so that what
 * was seen stays when the next one is stopped.
 */
final class Attempt implements AutoCloseable {

    private final ProbeRequest request;
    private final Subject subject;
    private final RdpConnection connection;

    private Attempt(ProbeRequest request, Subject subject, RdpConnection connection) {
        this.request = request;
        this.subject = subject;
        this.connection = connection;
    }

    /** How opening it went: exactly one of an attempt, and how it ended before it was one. */
    record Opening(Optional<Attempt> attempt, AttemptEnd otherwise) {
    }

    /** Connects. */
    static Opening open(String id, Purpose purpose, TargetAddress address, ProbeRequest request) {
        Subject subject = Subject.attempt(id);
        request.observe(AttemptKeys.PURPOSE, purpose.id(), subject);
        request.observe(AttemptKeys.ADDRESS, address.toString(), subject);
        Duration wanted = request.settings().get(ProbeSettings.CONNECT_TIMEOUT);
        boolean cutShort = Waiting.isCutShort(wanted, request);
        TcpOutcome outcome =
                request.network().connect(address.socketAddress(), Waiting.atMost(wanted, request), request);
        if (outcome instanceof TcpOutcome.Accepted accepted) {
            RdpConnection connection = new RdpConnection(accepted.socket());
            request.onCancel(connection);
            request.observe(AttemptKeys.LOCAL_PORT, (long) accepted.socket().getLocalPort(), subject);
            return new Opening(Optional.of(new Attempt(request, subject, connection)), AttemptEnd.NONE);
        }
        boolean silent = outcome instanceof TcpOutcome.Silent;
        if (request.isCancelled() || silent && cutShort) {
            return new Opening(Optional.empty(), AttemptEnd.STOPPED);
        }
        AttemptEnd end = silent ? AttemptEnd.CONNECT_SILENT : AttemptEnd.CONNECT;
        request.observe(AttemptKeys.ENDED_AT, end.id(), subject);
        return new Opening(Optional.empty(), end);
    }

    /** Asks for protocols, and observes the answer. Empty when the probe was stopped meanwhile. */
    Optional<NegotiationStep> negotiate(long protocols) {
        observe(NegotiationKeys.REQUESTED, protocols);
        Duration wanted = request.settings().get(ProbeSettings.ANSWER_TIMEOUT);
        boolean cutShort = Waiting.isCutShort(wanted, request);
        NegotiationOutcome outcome = connection.negotiate(ConnectionRequest.offering((int) protocols),
                Deadline.in(Waiting.atMost(wanted, request)));
        NegotiationStep step = NegotiationStep.of(outcome);
        if (step.stopped() || cutShort && step.silent()) {
            return Optional.empty();
        }
        observe(NegotiationKeys.OUTCOME, step.outcome());
        observe(NegotiationKeys.TIME, step.time());
        step.selected().ifPresent(value -> observe(NegotiationKeys.SELECTED, value));
        step.flags().ifPresent(value -> observe(NegotiationKeys.FLAGS, value));
        step.failureCode().ifPresent(value -> observe(NegotiationKeys.FAILURE_CODE, value));
        step.firstBytes().ifPresent(value -> observe(NegotiationKeys.FIRST_BYTES, value));
        return Optional.of(step);
    }

    /** Does a TLS handshake, and observes it. Empty when the probe was stopped meanwhile. */
    Optional<TlsStep> startTls(TlsOffer offer, String offered) {
        Duration wanted = request.settings().get(ProbeSettings.ANSWER_TIMEOUT);
        boolean cutShort = Waiting.isCutShort(wanted, request);
        TlsOutcome outcome = connection.startTls(offer, Deadline.in(Waiting.atMost(wanted, request)));
        return record(TlsStep.of(outcome, offer.pause()), offered, cutShort);
    }

    /** Sends a hello alone, and observes what comes back. Empty when the probe was stopped meanwhile. */
    Optional<TlsStep> sendHello(TlsOffer offer, String offered) {
        Duration wanted = request.settings().get(ProbeSettings.ANSWER_TIMEOUT);
        boolean cutShort = Waiting.isCutShort(wanted, request);
        HelloOutcome outcome = connection.sendHello(offer, Deadline.in(Waiting.atMost(wanted, request)));
        return record(TlsStep.of(outcome, offer.pause()), offered, cutShort);
    }

    private Optional<TlsStep> record(TlsStep step, String offered, boolean cutShort) {
        if (step.ending().filter(Ending.Abandoned.class::isInstance).isPresent() || cutShort && step.silent()) {
            return Optional.empty();
        }
        step.observe(request, subject, offered);
        return Optional.of(step);
    }

    /** Observes something of this attempt. */
    <V> void observe(ObservationKey<V> key, V value) {
        request.observe(key, value, subject);
    }

    /** Observes at which stage it broke. */
    AttemptEnd end(AttemptEnd end) {
        if (end != AttemptEnd.STOPPED) {
            observe(AttemptKeys.ENDED_AT, end.id());
        }
        return end;
    }

    @Override
    public void close() {
        connection.close();
    }
}
