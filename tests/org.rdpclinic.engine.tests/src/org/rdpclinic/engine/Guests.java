// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.settings.Settings;

/** Declares probes as guests would, and runs them. */
final class Guests {

    static final Instant NOW = Instant.parse("2026-11-21T04:45:30Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ObservationKey<Long> ONE = ObservationKey.of("test.one", ValueType.LONG, "One.");
    static final ObservationKey<Long> TWO = ObservationKey.of("test.two", ValueType.LONG, "Two.");
    static final ObservationKey<Long> THREE = ObservationKey.of("test.three", ValueType.LONG, "Three.");
    static final KnowledgeBase NO_KNOWLEDGE = KnowledgeBase.of(List.of(), List.of());
    static final ClientProfile CLIENT =
            new ClientProfile("mstsc-test", "A client", 0xB, List.of("TLS 1.2"), 2, 1024, false, true);

    private Guests() {
    }

    /** A guest whose needs and keys are given as text, separated by blanks. */
    static ProbeDeclaration guest(String id, String needs, String observes, Supplier<Probe> factory) {
        return guest(id, needs, observes, Duration.ofSeconds(20), factory);
    }

    static ProbeDeclaration guest(String id, String needs, String observes, Duration deadline,
            Supplier<Probe> factory) {
        Set<Need> parsed = new LinkedHashSet<>();
        words(needs).forEach(word -> parsed.add(Need.parse(word)));
        return new ProbeDeclaration(id, "Guest " + id, "A guest.", "org.example." + id, parsed, words(observes),
                Vantage.CLIENT, Cost.LOW, deadline, factory);
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ")));
    }

    /** A guest that observes one value and is done. */
    static Supplier<Probe> observing(ObservationKey<Long> key, long value) {
        return () -> request -> {
            request.observe(key, value, Subject.CLIENT);
            return ProbeOutcome.completed();
        };
    }

    static FixedContributions contributions(ProbeDeclaration... probes) {
        List<ObservationKey<?>> keys = new ArrayList<>(SharedKeys.ALL);
        keys.addAll(List.of(ONE, TWO, THREE));
        return FixedContributions.of(List.of(probes), keys, NO_KNOWLEDGE, List.of());
    }

    static CaseRequest request() {
        return CaseRequest.of(Target.direct("ts01.example", 3389), CLIENT, Symptom.NONE)
                .withNetwork(new SystemNetwork(CLOCK));
    }

    static CaseRequest requestWithCode(long code) {
        return new CaseRequest("", Target.direct("ts01.example", 3389), CLIENT,
                Symptom.ofCodes(OptionalLong.of(code), OptionalLong.empty()), new SystemNetwork(CLOCK),
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), false,
                Settings.DEFAULTS);
    }

    /** Runs these guests to the end. */
    static Case run(ProbeDeclaration... probes) throws InterruptedException {
        return run(request(), probes);
    }

    static Case run(CaseRequest request, ProbeDeclaration... probes) throws InterruptedException {
        try (Engine engine = new Engine(contributions(probes), CLOCK)) {
            return engine.diagnose(request, RunListener.NONE);
        }
    }

    static ProbeRun.End end(Case concluded, String probe) {
        return concluded.runs().stream().filter(run -> run.probe().equals(probe)).findFirst().orElseThrow().end();
    }

    static List<Long> values(Case concluded, ObservationKey<Long> key) {
        return concluded.observations().of(key).map(Observation::value).map(Long.class::cast).toList();
    }
}
