// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.NextProbe;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;

/** A case as plain maps and lists, in the order in which a person reads it. {@link CaseReader} is its inverse. */
final class CaseDocument {

    private static final double NANOS_A_MILLI = 1e6;

    private final Case c;
    private final Map<Observation, Integer> places = new IdentityHashMap<>();
    private final Map<Observation, Integer> equals = new HashMap<>();

    CaseDocument(Case c) {
        this.c = c;
        int place = 0;
        for (Observation observation : c.observations().all()) {
            places.put(observation, place);
            equals.putIfAbsent(observation, place);
            place++;
        }
    }

    Map<String, Object> document() {
        Diagnosis diagnosis = c.diagnosis();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schemaVersion", JsonCaseCodec.SCHEMA_VERSION);
        map.put("id", c.id());
        map.put("created", c.created().toString());
        map.put("origin", filled(c.origin()));
        map.put("target", target(c.target()));
        map.put("client", client(c.client()));
        map.put("symptom", symptom(c.symptom()));
        map.put("verdict", diagnosis.verdict().id());
        map.put("causes", diagnosis.causes().stream().map(this::cause).toList());
        map.put("undecided", diagnosis.undecided().stream().map(CaseDocument::group).toList());
        map.put("unexplained", diagnosis.unexplained());
        map.put("advisories", diagnosis.advisories().stream().map(this::advisory).toList());
        map.put("next", diagnosis.next().stream().map(CaseDocument::next).toList());
        map.put("stages", diagnosis.stages().stream().map(CaseDocument::stage).toList());
        map.put("observations", c.observations().all().stream().map(CaseDocument::observation).toList());
        map.put("probes", c.runs().stream().map(CaseDocument::run).toList());
        return map;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> map = address(target.address());
        map.put("gateway", target.gateway().map(CaseDocument::address));
        return map;
    }

    private static Map<String, Object> address(HostPort address) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("host", address.host());
        map.put("port", address.port());
        return map;
    }

    private static Map<String, Object> client(ClientProfile client) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", client.id());
        map.put("title", client.title());
        map.put("protocols", client.protocols());
        map.put("tlsVersions", client.tlsVersions());
        map.put("authenticationLevel", client.authenticationLevel());
        map.put("minimumRsaBits", client.minimumRsaBits());
        map.put("refusesSha1", client.refusesSha1());
        map.put("fallsBackToRdpSecurity", client.fallsBackToRdpSecurity());
        return map;
    }

    private static Map<String, Object> symptom(Symptom symptom) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", symptom.code());
        map.put("extended", symptom.extended());
        map.put("when", symptom.when().map(CaseDocument::lower));
        map.put("after", symptom.after().map(Duration::toString));
        map.put("since", symptom.since().map(Instant::toString));
        map.put("others", symptom.others().map(CaseDocument::lower));
        map.put("byAddress", symptom.byAddress().map(CaseDocument::lower));
        return map;
    }

    private Map<String, Object> cause(RankedCause cause) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", cause.cause());
        map.put("title", cause.title());
        map.put("probability", cause.probability());
        map.put("standing", cause.standing().id());
        map.put("for", cause.supporting().stream().map(this::finding).toList());
        map.put("against", cause.opposing().stream().map(this::finding).toList());
        map.put("missing", cause.missing().stream().map(this::finding).toList());
        map.put("remedies", cause.remedies());
        return map;
    }

    private Map<String, Object> finding(WeighedFinding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("finding", finding.finding());
        map.put("says", finding.says());
        map.put("weight", finding.weight());
        map.put("observations", places(finding.observations()));
        return map;
    }

    private Map<String, Object> advisory(Advisory advisory) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("finding", advisory.finding());
        map.put("says", advisory.says());
        map.put("advice", filled(advisory.advice()));
        map.put("observations", places(advisory.observations()));
        return map;
    }

    /** The engine takes what findings rest on from the case itself; what is not in the case cannot be pointed at. */
    private List<Integer> places(List<Observation> observations) {
        List<Integer> indices = new ArrayList<>();
        for (Observation observation : observations) {
            Integer place = places.getOrDefault(observation, equals.get(observation));
            if (place != null) {
                indices.add(place);
            }
        }
        return indices;
    }

    private static Map<String, Object> group(UndecidedGroup group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("causes", group.causes());
        map.put("probability", group.probability());
        map.put("decidedBy", group.decidedBy().stream().map(CaseDocument::decider).toList());
        return map;
    }

    private static Map<String, Object> decider(UndecidedGroup.Decider decider) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("where", decider.where());
        map.put("keys", decider.keys());
        map.put("probe", decider.probe());
        return map;
    }

    private static Map<String, Object> next(NextProbe next) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("probe", next.probe());
        map.put("finding", next.finding());
        map.put("gain", next.gain());
        map.put("needs", filled(next.needs()));
        return map;
    }

    private static Map<String, Object> stage(StageRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stage", row.stage().id());
        map.put("address", filled(row.address()));
        map.put("outcome", row.outcome().id());
        map.put("millis", row.time().map(CaseDocument::millis));
        map.put("detail", filled(row.detail()));
        return map;
    }

    private static Map<String, Object> observation(Observation observation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", observation.key().id());
        map.put("type", observation.key().type().id());
        map.put("value", value(observation.value()));
        map.put("unit", filled(observation.key().unit()));
        map.put("subject", observation.subject().toString());
        map.put("source", observation.source());
        map.put("probe", observation.probe());
        map.put("at", observation.at().toString());
        return map;
    }

    private static Object value(Object value) {
        return value instanceof Instant || value instanceof Duration ? value.toString() : value;
    }

    private static Map<String, Object> run(ProbeRun run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", run.probe());
        map.put("status", run.end().status());
        map.put("millis", millis(run.time()));
        map.put("reason", filled(run.end().reason()));
        map.put("advice", filled(run.end().advice()));
        return map;
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_A_MILLI;
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
