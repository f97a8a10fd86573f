// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.keys.ServerKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.network.SideBySide;
import org.rdpclinic.probes.internal.network.TargetAddress;

/**
 * Asks the server for single security protocols, to see what it can do. What it answers here is no evidence of a cause.
 */
public final class CapabilitiesProbe implements Probe {

    /** What is asked for, and how the answer is called when the server agrees. */
    private enum Question {
        RDP("RDP", 0),
        TLS("TLS", ClientProfile.SSL),
        CREDSSP("CredSSP", ClientProfile.SSL | ClientProfile.HYBRID);

        private final String protocol;
        private final long bits;

        Question(String protocol, long bits) {
            this.protocol = protocol;
            this.bits = bits;
        }

        private boolean agreed(NegotiationStep answer) {
            if (answer.outcome().equals("confirm-only")) {
                return this == RDP;
            }
            return answer.selected().filter(selected -> switch (this) {
                case RDP -> selected == 0;
                case TLS -> selected == ClientProfile.SSL;
                case CREDSSP -> selected == ClientProfile.HYBRID;
            }).isPresent();
        }
    }

    private record Answer(Question question, Optional<NegotiationStep> step) {
    }

    private static final long HYBRID_REQUIRED = 5;

    @Override
    public Applicability applicability(ProbeRequest request) {
        return ClientAttempts.of(request.observed()).answeringAddress(request).isEmpty()
                ? new Applicability.NotRelevant("Nothing answered in RDP.")
                : new Applicability.Ready();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        Optional<TargetAddress> address = ClientAttempts.of(request.observed()).answeringAddress(request);
        if (address.isEmpty()) {
            return ProbeOutcome.skipped("Nothing answered in RDP.");
        }
        List<Callable<Answer>> questions = List.of(Question.values()).stream()
                .<Callable<Answer>>map(question -> () -> ask(question, address.get(), request)).toList();
        Map<Question, NegotiationStep> answers = new EnumMap<>(Question.class);
        SideBySide.run(SideBySide.CONNECTIONS, questions)
                .forEach(answer -> answer.step().filter(step -> step.answer().isPresent())
                        .ifPresent(step -> answers.put(answer.question(), step)));
        // Where a question got no answer in RDP, what the server can do stays unknown.
        if (answers.size() == Question.values().length) {
            summarise(answers, address.get(), request);
        }
        return ProbeOutcome.completed();
    }

    private static void summarise(Map<Question, NegotiationStep> answers, TargetAddress address,
            ProbeRequest request) {
        request.observe(ServerKeys.PROTOCOLS, answers.entrySet().stream()
                .filter(each -> each.getKey().agreed(each.getValue())).map(each -> each.getKey().protocol).toList(),
                address.subject());
        demandsNla(answers).ifPresent(demands -> request.observe(ServerKeys.DEMANDS_NLA, demands, address.subject()));
    }

    private static Answer ask(Question question, TargetAddress address, ProbeRequest request) {
        request.progress(question.protocol);
        Attempt.Opening opening = Attempt.open("capability-" + question.protocol.toLowerCase(Locale.ROOT),
                Purpose.CAPABILITY, address, request);
        if (opening.attempt().isEmpty()) {
            return new Answer(question, Optional.empty());
        }
        try (Attempt attempt = opening.attempt().get()) {
            Optional<NegotiationStep> step = attempt.negotiate(question.bits);
            // Any answer is what was asked for, a failure as well.
            attempt.end(step.map(each -> each.answer().isPresent() ? AttemptEnd.NONE : AttemptEnd.NEGOTIATE)
                    .orElse(AttemptEnd.STOPPED));
            return new Answer(question, step);
        }
    }

    private static Optional<Boolean> demandsNla(Map<Question, NegotiationStep> answers) {
        List<NegotiationStep> withoutNla = List.of(answers.get(Question.RDP), answers.get(Question.TLS));
        if (Question.RDP.agreed(withoutNla.get(0)) || Question.TLS.agreed(withoutNla.get(1))) {
            return Optional.of(false);
        }
        boolean required = withoutNla.stream()
                .anyMatch(answer -> answer.failureCode().filter(code -> code == HYBRID_REQUIRED).isPresent());
        return required ? Optional.of(true) : Optional.empty();
    }
}
