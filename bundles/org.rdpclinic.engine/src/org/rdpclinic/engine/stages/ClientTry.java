// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TlsKeys;

/** One attempt of the clinic that did what the client does. */
record ClientTry(Subject subject, String address, Observations observations) {

    private static final String PURPOSE = "client";

    /** All of them, in the order in which they were made. */
    static List<ClientTry> all(Observations observations) {
        List<ClientTry> tries = new ArrayList<>();
        for (Subject subject : observations.subjects()) {
            if (subject.kind() == Subject.Kind.ATTEMPT
                    && observations.find(AttemptKeys.PURPOSE, subject).filter(PURPOSE::equals).isPresent()) {
                observations.find(AttemptKeys.ADDRESS, subject)
                        .ifPresent(address -> tries.add(new ClientTry(subject, address, observations)));
            }
        }
        return tries;
    }

    <V> Optional<V> find(ObservationKey<V> key) {
        return observations.find(key, subject);
    }

    /** Whether it passed a stage; empty when it did not come there, or was stopped in it. */
    Optional<Boolean> passed(Stage stage) {
        Optional<String> endedAt = find(AttemptKeys.ENDED_AT);
        if (endedAt.filter(stage.id()::equals).isPresent()) {
            return Optional.of(false);
        }
        boolean done = switch (stage) {
            case CONNECT -> endedAt.isPresent() || find(NegotiationKeys.OUTCOME).isPresent();
            case NEGOTIATE -> find(NegotiationKeys.OUTCOME).isPresent()
                    && (endedAt.isPresent() || find(TlsKeys.OUTCOME).isPresent());
            case TLS -> find(TlsKeys.OUTCOME).filter("established"::equals).isPresent();
            default -> false;
        };
        return done ? Optional.of(true) : Optional.empty();
    }
}
