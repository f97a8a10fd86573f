// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.keys.ClientKeys;
import org.rdpclinic.api.keys.SymptomKeys;

/** What is known before any probe runs: the client at hand, and what the user saw. */
final class OwnObservations {

    /** Who observes what the user saw. */
    static final String SYMPTOM = "symptom";
    /** Who observes what the client profile says. */
    static final String CLIENT = "client";
    /** The ids under which the engine itself observes. */
    static final Set<String> IDS = Set.of(SYMPTOM, CLIENT);

    /** Ids of the keys of the symptom. */
    static final Set<String> SYMPTOM_KEYS = ids(SymptomKeys.CODE, SymptomKeys.EXTENDED, SymptomKeys.WHEN,
            SymptomKeys.AFTER, SymptomKeys.SINCE, SymptomKeys.OTHERS, SymptomKeys.BY_ADDRESS);
    /** Ids of all keys that the engine itself observes. */
    static final Set<String> KEYS = Stream.concat(SYMPTOM_KEYS.stream(), ids(ClientKeys.PROFILE, ClientKeys.PROTOCOLS,
            ClientKeys.CREDSSP, ClientKeys.AUTHENTICATION_LEVEL).stream()).collect(Collectors.toUnmodifiableSet());

    private final Instant at;
    private final List<Observation> list = new ArrayList<>();

    private OwnObservations(Instant at) {
        this.at = at;
    }

    static List<Observation> of(ClientProfile client, Symptom symptom, Instant at) {
        OwnObservations own = new OwnObservations(at);
        own.client(ClientKeys.PROFILE, client.id());
        own.client(ClientKeys.PROTOCOLS, client.protocols());
        own.client(ClientKeys.CREDSSP, client.credSsp());
        own.client(ClientKeys.AUTHENTICATION_LEVEL, (long) client.authenticationLevel());
        symptom.code().ifPresent(code -> own.symptom(SymptomKeys.CODE, code));
        symptom.extended().ifPresent(code -> own.symptom(SymptomKeys.EXTENDED, code));
        symptom.when().ifPresent(when -> own.symptom(SymptomKeys.WHEN, word(when)));
        symptom.after().ifPresent(after -> own.symptom(SymptomKeys.AFTER, after));
        symptom.since().ifPresent(since -> own.symptom(SymptomKeys.SINCE, since));
        symptom.others().ifPresent(others -> own.symptom(SymptomKeys.OTHERS, word(others)));
        symptom.byAddress().ifPresent(works -> own.symptom(SymptomKeys.BY_ADDRESS, word(works)));
        return List.copyOf(own.list);
    }

    private <V> void client(ObservationKey<V> key, V value) {
        list.add(new Observation(key, value, Subject.CLIENT, "client profile", at, CLIENT));
    }

    private <V> void symptom(ObservationKey<V> key, V value) {
        list.add(new Observation(key, value, Subject.REPORTED_ATTEMPT, "reported by the user", at, SYMPTOM));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> ids(ObservationKey<?>... keys) {
        return Stream.of(keys).map(ObservationKey::id).collect(Collectors.toUnmodifiableSet());
    }
}
