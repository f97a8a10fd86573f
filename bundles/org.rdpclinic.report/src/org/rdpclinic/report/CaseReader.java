// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.cases.CaseException;

/** Reads what {@link CaseDocument} writes; the diagnosis is read by {@link DiagnosisReader}. */
final class CaseReader {

    private static final List<String> FIELDS = List.of("schemaVersion", "id", "created", "origin", "target", "client",
            "symptom", "verdict", "causes", "undecided", "unexplained", "advisories", "next", "stages", "observations",
            "probes");
    private static final double NANOS_A_MILLI = 1e6;

    private final Function<String, Optional<ObservationKey<?>>> keys;

    CaseReader(Function<String, Optional<ObservationKey<?>>> keys) {
        this.keys = keys;
    }

    Case read(JsonNode node) throws CaseException {
        long version = node.field("schemaVersion").whole();
        if (version > JsonCaseCodec.SCHEMA_VERSION) {
            throw new CaseException(node.file() + " was made by a newer RDP Clinic (its form has version " + version
                    + ", this one reads " + JsonCaseCodec.SCHEMA_VERSION + "). Read it with that one.");
        }
        if (version < 1) {
            throw node.field("schemaVersion").wrong("is " + version + ", and versions start at 1");
        }
        node.only(FIELDS);
        List<Observation> observations = new ArrayList<>();
        for (JsonNode observation : node.field("observations").list()) {
            observations.add(observation(observation));
        }
        List<ProbeRun> runs = new ArrayList<>();
        for (JsonNode run : node.field("probes").list()) {
            runs.add(run(run));
        }
        return new Case(node.field("id").text(), node.field("created").parsed(Instant::parse), node.textOf("origin"),
                target(node.field("target")), client(node.field("client")), symptom(node.field("symptom")),
                Observations.of(observations), runs, new DiagnosisReader(observations).read(node));
    }

    private static Target target(JsonNode node) throws CaseException {
        node.only(List.of("host", "port", "gateway"));
        Optional<JsonNode> gateway = node.find("gateway");
        if (gateway.isPresent()) {
            gateway.get().only(List.of("host", "port"));
            return new Target(address(node), Optional.of(address(gateway.get())));
        }
        return new Target(address(node), Optional.empty());
    }

    private static HostPort address(JsonNode node) throws CaseException {
        String host = node.field("host").text();
        long port = node.field("port").whole();
        try {
            return new HostPort(host, Math.toIntExact(port));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw node.wrong("is no host and port");
        }
    }

    private static ClientProfile client(JsonNode node) throws CaseException {
        node.only(List.of("id", "title", "protocols", "tlsVersions", "authenticationLevel", "minimumRsaBits",
                "refusesSha1", "fallsBackToRdpSecurity"));
        try {
            return new ClientProfile(node.field("id").text(), node.field("title").text(),
                    node.field("protocols").whole(), node.field("tlsVersions").texts(),
                    Math.toIntExact(node.field("authenticationLevel").whole()),
                    Math.toIntExact(node.field("minimumRsaBits").whole()), node.field("refusesSha1").truth(),
                    node.field("fallsBackToRdpSecurity").truth());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw node.wrong("holds a number that is out of range");
        }
    }

    private static Symptom symptom(JsonNode node) throws CaseException {
        node.only(List.of("code", "extended", "when", "after", "since", "others", "byAddress"));
        OptionalLong code = whole(node.find("code"));
        OptionalLong extended = whole(node.find("extended"));
        Optional<Symptom.Moment> when = parsed(node.find("when"), text -> constant(Symptom.Moment.class, text));
        Optional<Duration> after = parsed(node.find("after"), Duration::parse);
        Optional<Instant> since = parsed(node.find("since"), Instant::parse);
        Optional<Symptom.Answer> others = parsed(node.find("others"), text -> constant(Symptom.Answer.class, text));
        Optional<Symptom.Answer> byAddress =
                parsed(node.find("byAddress"), text -> constant(Symptom.Answer.class, text));
        try {
            return new Symptom(code, extended, when, after, since, others, byAddress);
        } catch (IllegalArgumentException e) {
            throw node.wrong("holds a code that is no number of 32 bits");
        }
    }

    private Observation observation(JsonNode node) throws CaseException {
        node.only(List.of("key", "type", "value", "unit", "subject", "source", "probe", "at"));
        ValueType<?> type = node.field("type").parsed(ValueType::require);
        Object value = value(type, node.field("value"));
        ObservationKey<?> key = key(node, type);
        return new Observation(key, value, node.field("subject").parsed(Subject::parse), node.field("source").text(),
                node.field("at").parsed(Instant::parse), node.field("probe").text());
    }

    private ObservationKey<?> key(JsonNode node, ValueType<?> type) throws CaseException {
        String unit = node.textOf("unit");
        return node.field("key").parsed(id -> {
            Optional<ObservationKey<?>> known = keys.apply(id);
            return known.isPresent() && known.get().type() == type && known.get().unit().equals(unit) ? known.get()
                    : new ObservationKey<>(id, type, unit, "");
        });
    }

    private static Object value(ValueType<?> type, JsonNode node) throws CaseException {
        if (!type.isList()) {
            return element(type, node);
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode element : node.list()) {
            values.add(element(type, element));
        }
        return values;
    }

    private static Object element(ValueType<?> type, JsonNode node) throws CaseException {
        if (type == ValueType.BOOLEAN) {
            return node.truth();
        }
        if (type == ValueType.LONG || type == ValueType.LONGS) {
            return node.whole();
        }
        return type == ValueType.DOUBLE ? (Object) node.number() : node.parsed(type::parseElement);
    }

    private static ProbeRun run(JsonNode node) throws CaseException {
        node.only(List.of("id", "status", "millis", "reason", "advice"));
        String reason = node.textOf("reason");
        JsonNode status = node.field("status");
        ProbeRun.End end = switch (status.text()) {
            case "completed" -> new ProbeRun.Completed();
            case "skipped" -> new ProbeRun.Skipped(reason);
            case "failed" -> new ProbeRun.Failed(reason);
            case "timed-out" -> new ProbeRun.TimedOut(reason);
            case "cancelled" -> new ProbeRun.Cancelled();
            case "blocked" -> new ProbeRun.Blocked(reason, node.textOf("advice"));
            case "not-relevant" -> new ProbeRun.NotRelevant(reason);
            default -> throw status.wrong("cannot be '" + status.text() + "'");
        };
        return new ProbeRun(node.field("id").text(), end, time(node.field("millis")));
    }

    /** A length of time in milliseconds, zero or more. */
    static Duration time(JsonNode millis) throws CaseException {
        double number = millis.number();
        if (!(number >= 0 && number < Long.MAX_VALUE / NANOS_A_MILLI)) {
            throw millis.wrong("is no length of time");
        }
        return Duration.ofNanos(Math.round(number * NANOS_A_MILLI));
    }

    /** The constant whose name in lower case this is, with hyphens for underscores. */
    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not known.");
    }

    private static OptionalLong whole(Optional<JsonNode> node) throws CaseException {
        return node.isEmpty() ? OptionalLong.empty() : OptionalLong.of(node.get().whole());
    }

    private static <V> Optional<V> parsed(Optional<JsonNode> node, Function<String, V> parser) throws CaseException {
        return node.isEmpty() ? Optional.empty() : Optional.of(node.get().parsed(parser));
    }

    /** The stage with this id. */
    static Stage stage(String id) {
        return Stage.find(id).orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no stage."));
    }
}
