// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.network.TargetAddress;

/** The attempts that were made so far as the client makes them, second connections without TLS among them. */
record ClientAttempts(Observations observed, List<Subject> subjects) {

    private static final List<String> RDP_ANSWERS = List.of("selected", "failure", "confirm-only");

    static ClientAttempts of(Observations observed) {
        return new ClientAttempts(observed, observed.of(AttemptKeys.PURPOSE)
                .filter(observation -> observation.value().equals(Purpose.CLIENT.id()))
                .map(observation -> observation.subject()).distinct().toList());
    }

    /** How many there are, second connections without TLS not counted. */
    int count() {
        return (int) subjects.stream().filter(subject -> !subject.id().endsWith(ClientAttempt.FALLBACK)).count();
    }

    /** Whether some have one of these values. */
    boolean some(ObservationKey<String> key, List<String> values) {
        return subjects.stream().anyMatch(subject -> has(subject, key, values));
    }

    /** The first address at which the server answered in RDP. */
    Optional<TargetAddress> answeringAddress(ProbeRequest request) {
        return firstAddress(request,
                subjects.stream().filter(subject -> has(subject, NegotiationKeys.OUTCOME, RDP_ANSWERS)).toList());
    }

    /** The first address at which TLS broke. */
    Optional<TargetAddress> brokenTlsAddress(ProbeRequest request) {
        return firstAddress(request, subjects.stream().filter(subject -> observed.find(TlsKeys.OUTCOME, subject)
                .filter(outcome -> !outcome.equals("established")).isPresent()).toList());
    }

    /** The first address at which TLS was established. */
    Optional<TargetAddress> establishedTlsAddress(ProbeRequest request) {
        return firstAddress(request,
                subjects.stream().filter(subject -> has(subject, TlsKeys.OUTCOME, List.of("established"))).toList());
    }

    /** Whether every attempt that came to TLS ended there by a close or reset before a ServerHello. */
    boolean allEndAtHello() {
        return subjects.stream().filter(subject -> observed.find(TlsKeys.OUTCOME, subject).isPresent())
                .allMatch(subject -> has(subject, TlsKeys.OUTCOME, List.of("closed", "reset"))
                        && !observed.find(TlsKeys.SERVER_HELLO, subject).orElse(true));
    }

    private boolean has(Subject subject, ObservationKey<String> key, List<String> values) {
        return observed.find(key, subject).filter(values::contains).isPresent();
    }

    private Optional<TargetAddress> firstAddress(ProbeRequest request, List<Subject> attempts) {
        List<String> addresses =
                attempts.stream().flatMap(attempt -> observed.find(AttemptKeys.ADDRESS, attempt).stream()).toList();
        return TargetAddress.resolved(request).stream().filter(address -> addresses.contains(address.toString()))
                .findFirst();
    }
}
