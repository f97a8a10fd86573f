// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.rdp.client.Ending;
import org.rdpclinic.rdp.client.NegotiationOutcome;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.x224.NegotiationAnswer;
import org.rdpclinic.rdp.x224.SecurityProtocol;

/**
 * What came of a request, in the values by which it is observed.
 *
 * @param outcome    value of {@code negotiation.outcome}
 * @param answer     the answer, if there was one
 * @param firstBytes the first bytes of something that is not RDP, in hexadecimal
 * @param time       from the request to the answer or its end
 * @param stopped    whether the clinic itself closed the connection meanwhile
 */
record NegotiationStep(String outcome, Optional<NegotiationAnswer> answer, Optional<String> firstBytes, Duration time,
        boolean stopped) {

    /** More of an answer that is not RDP says no more. */
    private static final int FIRST_BYTES = 16;

    static NegotiationStep of(NegotiationOutcome outcome) {
        Duration time = outcome.traffic().elapsed();
        return switch (outcome) {
            case NegotiationOutcome.Answered answered -> answered(answered.answer(), time);
            case NegotiationOutcome.Ended ended -> switch (ended.ending()) {
                case Ending.Closed closed -> without("closed", time);
                case Ending.Reset reset -> without("reset", time);
                case Ending.Silent silent -> without("silent", time);
                case Ending.Abandoned abandoned ->
                    new NegotiationStep("closed", Optional.empty(), Optional.empty(), time, true);
                case Ending.ClearText text -> notRdp(text.firstBytes(), time);
                case Ending.Malformed malformed -> notRdp(malformed.firstBytes(), time);
                case Ending.Alerted alerted -> notRdp(outcome.traffic().firstBytes(), time);
                case Ending.Declined declined -> notRdp(outcome.traffic().firstBytes(), time);
            };
        };
    }

    private static NegotiationStep answered(NegotiationAnswer answer, Duration time) {
        return switch (answer) {
            case NegotiationAnswer.Selected selected -> with("selected", answer, time);
            case NegotiationAnswer.Failure failure -> with("failure", answer, time);
            case NegotiationAnswer.ConfirmWithoutNegotiation old -> with("confirm-only", answer, time);
            // Goodbye in place of an answer is a polite close.
            case NegotiationAnswer.DisconnectUltimatum goodbye -> without("closed", time);
            case NegotiationAnswer.NotRdp other -> notRdp(other.firstBytes(), time);
        };
    }

    private static NegotiationStep with(String outcome, NegotiationAnswer answer, Duration time) {
        return new NegotiationStep(outcome, Optional.of(answer), Optional.empty(), time, false);
    }

    private static NegotiationStep without(String outcome, Duration time) {
        return new NegotiationStep(outcome, Optional.empty(), Optional.empty(), time, false);
    }

    private static NegotiationStep notRdp(Bytes bytes, Duration time) {
        return new NegotiationStep("not-rdp", Optional.empty(), Optional.of(bytes.first(FIRST_BYTES).hex()), time,
                false);
    }

    /** Whether nothing came in time. */
    boolean silent() {
        return outcome.equals("silent");
    }

    /** The protocol chosen, as it stands on the wire. */
    Optional<Long> selected() {
        return answer.filter(NegotiationAnswer.Selected.class::isInstance).map(NegotiationAnswer.Selected.class::cast)
                .map(selected -> Integer.toUnsignedLong(selected.protocol()));
    }

    /** The flags of a response. */
    Optional<Long> flags() {
        return answer.filter(NegotiationAnswer.Selected.class::isInstance).map(NegotiationAnswer.Selected.class::cast)
                .map(selected -> (long) selected.flags());
    }

    /** The code of a failure. */
    Optional<Long> failureCode() {
        return answer.filter(NegotiationAnswer.Failure.class::isInstance).map(NegotiationAnswer.Failure.class::cast)
                .map(failure -> Integer.toUnsignedLong(failure.code()));
    }

    /** Whether the server chose a protocol that goes on with TLS. */
    boolean startsTls() {
        return answer.filter(NegotiationAnswer.Selected.class::isInstance).map(NegotiationAnswer.Selected.class::cast)
                .flatMap(NegotiationAnswer.Selected::findProtocol).filter(SecurityProtocol::startsTls).isPresent();
    }
}
