// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.certificate.ServedCertificates;
import org.rdpclinic.probes.internal.network.TargetAddress;

/**
 * Connects as the client does: negotiation and TLS in one connection, with what the client sends; and once more without
 * TLS where the client would. Safe for use by several threads.
 */
final class ClientAttempt {

    /** What the id of a second connection without TLS ends in. */
    static final String FALLBACK = "-fallback";

    /** What the offer of a hello is called that says what the client says. */
    private static final String OFFERED = "client";

    private final ProbeRequest request;
    private final Duration pause;
    private final ServedCertificates certificates;

    /**
     * For one run of a probe.
     *
     * @param pause how long to listen before the hello, for a server that ends the connection without having seen it;
     *              with zero that stays unknown
     */
    ClientAttempt(ProbeRequest request, Duration pause) {
        this.request = request;
        this.pause = pause;
        this.certificates = new ServedCertificates(request);
    }

    /** Connects under an id, and says how the client fared. */
    AttemptEnd make(String id, TargetAddress address) {
        request.progress(address.toString());
        Attempt.Opening opening = Attempt.open(id, Purpose.CLIENT, address, request);
        if (opening.attempt().isEmpty()) {
            return opening.otherwise();
        }
        boolean again;
        AttemptEnd end;
        try (Attempt attempt = opening.attempt().get()) {
            long protocols = request.client().protocols();
            Optional<NegotiationStep> step = attempt.negotiate(protocols);
            Optional<ClientVerdict> verdict = verdict(attempt, protocols, step);
            end = attempt.end(step.isEmpty() ? AttemptEnd.STOPPED : goOn(attempt, step.get(), verdict));
            again = verdict.filter(ClientVerdict.FALLS_BACK::equals).isPresent()
                    && step.flatMap(NegotiationStep::failureCode).isPresent();
        }
        return again ? fallBack(id + FALLBACK, address) : end;
    }

    private AttemptEnd fallBack(String id, TargetAddress address) {
        Attempt.Opening opening = Attempt.open(id, Purpose.CLIENT, address, request);
        if (opening.attempt().isEmpty()) {
            return opening.otherwise();
        }
        try (Attempt attempt = opening.attempt().get()) {
            Optional<NegotiationStep> step = attempt.negotiate(0);
            Optional<ClientVerdict> verdict = verdict(attempt, 0, step);
            return attempt.end(step.isEmpty() ? AttemptEnd.STOPPED : goOn(attempt, step.get(), verdict));
        }
    }

    private Optional<ClientVerdict> verdict(Attempt attempt, long protocols, Optional<NegotiationStep> step) {
        Optional<ClientVerdict> verdict = step.flatMap(NegotiationStep::answer)
                .flatMap(answer -> ClientVerdict.of(request.client(), protocols, answer));
        verdict.ifPresent(each -> attempt.observe(NegotiationKeys.CLIENT_VERDICT, each.id()));
        return verdict;
    }

    private AttemptEnd goOn(Attempt attempt, NegotiationStep step, Optional<ClientVerdict> verdict) {
        if (verdict.isEmpty() || verdict.get() == ClientVerdict.REFUSES) {
            return step.silent() ? AttemptEnd.NEGOTIATE_SILENT : AttemptEnd.NEGOTIATE;
        }
        if (!step.startsTls()) {
            return AttemptEnd.NONE;
        }
        Optional<TlsStep> tls = attempt.startTls(
                ClientOffer.of(request.client(), request.target()).withPause(pause), OFFERED);
        if (tls.isEmpty()) {
            return AttemptEnd.STOPPED;
        }
        certificates.observe(tls.get().chain())
                .ifPresent(certificate -> attempt.observe(AttemptKeys.CERTIFICATE, certificate));
        if (tls.get().established()) {
            return AttemptEnd.NONE;
        }
        return tls.get().silent() ? AttemptEnd.TLS_SILENT : AttemptEnd.TLS;
    }
}
