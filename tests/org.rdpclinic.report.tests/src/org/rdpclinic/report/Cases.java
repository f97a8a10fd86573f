// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.NextProbe;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.RankedCause.Standing;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.StageRow.Outcome;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.keys.TlsKeys;

/** Cases made by hand, one for each kind of end. */
final class Cases {

    static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
    static final ClientProfile MSTSC = new ClientProfile("mstsc-windows-11", "Remote Desktop Connection, Windows 11",
            0xB, List.of("TLS 1.2", "TLS 1.3"), 2, 1024, false, true);
    static final Titles TITLES = new Titles(
            id -> Optional.ofNullable(Map.of("regenerate-certificate", "Have Windows make a new RDP certificate",
                    "sync-clock", "Set the clock right", "repair-key-access", "Let the service read its key",
                    "enable-rdp", "Switch Remote Desktop on").get(id)),
            id -> Optional.ofNullable(Map.of("name", "Name resolution", "tcp", "TCP connection", "tls", "TLS handshake",
                    "listener", "Listener settings", "certificate", "Served certificate").get(id)),
            id -> Optional.empty());

    private static final String ADDRESS = "192.0.2.10:3389";

    private Cases() {
    }

    static Observation seen(ObservationKey<?> key, Object value, Subject subject, String probe) {
        return new Observation(key, value, subject, Observation.WIRE, NOW.plusMillis(12), probe);
    }

    static List<Observation> wire() {
        Subject certificate = Subject.certificate("ab12".repeat(16));
        return List.of(seen(NameKeys.DIALLED, "fs1.example.net", Subject.PATH, "name"),
                seen(NameKeys.RESOLVED, true, Subject.PATH, "name"),
                seen(NameKeys.ADDRESSES, List.of("192.0.2.10"), Subject.PATH, "name"),
                seen(TcpKeys.OUTCOME, "accepted", Subject.address(ADDRESS), "tcp"),
                seen(TcpKeys.CONNECT_TIME, Duration.ofNanos(412_345), Subject.address(ADDRESS), "tcp"),
                seen(AttemptKeys.LOCAL_PORT, 50_000L, Subject.attempt("1"), "tls"),
                seen(TlsKeys.OUTCOME, "established", Subject.attempt("1"), "tls"),
                seen(CertificateKeys.NOT_AFTER, Instant.parse("2026-11-01T23:59:59Z"), certificate, "certificate"),
                seen(CertificateKeys.KEY_BITS, 2048L, certificate, "certificate"),
                seen(CertificateKeys.VALIDITY, "expired", certificate, "certificate"),
                seen(ObservationKey.of("guest.ratio", ValueType.DOUBLE, ""), 0.25, Subject.SERVER, "guest.probe"),
                seen(new ObservationKey<>("guest.sizes", ValueType.LONGS, "bytes", ""), List.of(1L, 1L << 60),
                        Subject.SERVER, "guest.probe"));
    }

    static Case expired() {
        List<Observation> wire = wire();
        WeighedFinding past = new WeighedFinding("certificate-past", "the certificate that the server shows is past its"
                + " last day", 812.4, List.of(wire.get(7), wire.get(9)));
        WeighedFinding refused = new WeighedFinding("client-refuses", "The client refuses that certificate.", 14.2,
                List.of(wire.get(9)));
        WeighedFinding clock = new WeighedFinding("clocks-apart", "The clocks of client and server agree to the "
                + "second.",
                0.05, List.of(wire.get(3)));
        WeighedFinding renewal = new WeighedFinding("renewal-fails", "Whether the server logs that it cannot renew its"
                + " certificate (event 1058).", 1, List.of());
        List<RankedCause> causes = List.of(
                new RankedCause("certificate-expired", "Expired certificate", 0.97, Standing.NAMED,
                        List.of(past, refused), List.of(), List.of(renewal),
                        List.of("sync-clock", "regenerate-certificate", "repair-key-access")),
                new RankedCause("clock-skew", "Clocks apart", 0.041, Standing.POSSIBLE, List.of(past), List.of(clock),
                        List.of(), List.of("sync-clock")));
        List<StageRow> stages = ladder(Stage.TLS, Outcome.FAILED, "the client refuses the certificate: it expired on"
                + " 2026-11-01");
        Diagnosis diagnosis = new Diagnosis(Verdict.PROBLEM, causes, List.of(), 0.01,
                List.of(new Advisory("self-signed", "The certificate is signed with its own key.",
                        "Enrol one from an authority that the clients trust.", List.of(wire.get(8)))),
                List.of(new NextProbe("listener", "renewal-fails", 0.21, "server:event-log")), stages);
        Symptom symptom = new Symptom(OptionalLong.of(0x904), OptionalLong.of(7), Optional.of(Symptom.Moment.CONNECT),
                Optional.of(Duration.ofSeconds(65)), Optional.of(Instant.parse("2026-11-02T00:00:00Z")),
                Optional.of(Symptom.Answer.FAILS), Optional.of(Symptom.Answer.WORKS));
        return of("fs1-20261121-0500", "", symptom, wire, diagnosis);
    }

    static Case undecided() {
        WeighedFinding refused = new WeighedFinding("port-refuses", "The port refuses every connection.", 310,
                List.of(wire().get(3)));
        WeighedFinding filtered = new WeighedFinding("others-refuse-too", "Another port of the host is silent, as "
                + "behind a filter.", 0.4, List.of());
        List<RankedCause> causes = List.of(
                new RankedCause("rdp-disabled", "Remote Desktop switched off", 0.46, Standing.UNDECIDED,
                        List.of(refused), List.of(), List.of(), List.of("enable-rdp")),
                new RankedCause("service-down", "Remote Desktop service stopped", 0.31, Standing.UNDECIDED,
                        List.of(refused), List.of(filtered), List.of(), List.of()),
                new RankedCause("port-changed", "Another port", 0.2, Standing.UNDECIDED, List.of(refused), List.of(),
                        List.of(), List.of()));
        UndecidedGroup group = new UndecidedGroup(List.of("rdp-disabled", "service-down", "port-changed"), 0.96,
                List.of(new UndecidedGroup.Decider("server:registry", List.of("listener.enabled", "listener.port"),
                        "listener"), new UndecidedGroup.Decider("server:services", List.of("service.term-service"),
                                "services")));
        Diagnosis diagnosis = new Diagnosis(Verdict.PROBLEM, causes, List.of(group), 0.03, List.of(),
                List.of(new NextProbe("listener", "rdp-off", 1.4, "server:registry, server:files")),
                ladder(Stage.CONNECT, Outcome.FAILED, "refused"));
        return of("fs1-20261121-0500-2", "A lab scenario, rdp-disabled: no real host was looked at.", Symptom.NONE,
                wire().subList(0, 5), diagnosis);
    }

    static Case healthy() {
        List<Observation> wire = wire();
        Diagnosis diagnosis = new Diagnosis(Verdict.HEALTHY, List.of(), List.of(), 0.01,
                List.of(new Advisory("self-signed", "The certificate is signed with its own key.",
                        "Enrol one from an authority that the clients trust.", List.of())), List.of(),
                ladder(Stage.CREDSSP, Outcome.PASSED, "NLA is demanded"));
        return of("fs1-20261121-0500-3", "", Symptom.NONE, wire, diagnosis);
    }

    static Case inconclusive() {
        List<StageRow> stages = new ArrayList<>();
        stages.add(new StageRow(Stage.RESOLVE, "", Outcome.PASSED, Optional.of(Duration.ofMillis(2)), "2 addresses"));
        for (String address : List.of("192.0.2.10:3389", "192.0.2.11:3389")) {
            boolean bad = address.contains(".11");
            stages.add(new StageRow(Stage.CONNECT, address, Outcome.PASSED, Optional.of(Duration.ofNanos(412_000)),
                    ""));
            stages.add(new StageRow(Stage.NEGOTIATE, address, bad ? Outcome.SOMETIMES : Outcome.PASSED,
                    Optional.of(Duration.ofMillis(1204)), bad ? "closed 2 of 6 times, before the confirm" : "CredSSP"));
        }
        WeighedFinding closed = new WeighedFinding("closed-early", "The server closes some connections before it"
                + " answers.", 22, List.of());
        List<RankedCause> causes = List.of(
                new RankedCause("connection-limit", "Limit of connections reached", 0.31, Standing.POSSIBLE,
                        List.of(closed), List.of(), List.of(), List.of()),
                new RankedCause("forwarder-target-down", "Forwarder without its target", 0.22, Standing.POSSIBLE,
                        List.of(closed), List.of(), List.of(), List.of()));
        Diagnosis diagnosis = new Diagnosis(Verdict.INCONCLUSIVE, causes, List.of(), 0.41, List.of(),
                List.of(new NextProbe("listener", "x", 0.4, ""), new NextProbe("sessions", "y", 0.3,
                        "a password")), stages);
        return of("fs1-20261121-0500-4", "", Symptom.ofCodes(OptionalLong.of(0x904), OptionalLong.empty()), wire(),
                diagnosis);
    }

    /** Ladder up to a stage that ends as given; what lies behind was not reached or not tried. */
    static List<StageRow> ladder(Stage last, Outcome outcome, String detail) {
        List<StageRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage == Stage.GATEWAY) {
                continue;
            }
            int order = stage.compareTo(last);
            String address = stage == Stage.RESOLVE ? "" : ADDRESS;
            if (order > 0) {
                rows.add(new StageRow(stage, address,
                        outcome == Outcome.FAILED ? Outcome.NOT_REACHED : Outcome.NOT_TRIED, Optional.empty(), ""));
            } else {
                rows.add(new StageRow(stage, address, order == 0 ? outcome : Outcome.PASSED,
                        Optional.of(Duration.ofNanos(1_234_567L * (stage.ordinal() + 1))),
                        order == 0 ? detail : ""));
            }
        }
        return rows;
    }

    static Case of(String id, String origin, Symptom symptom, List<Observation> observations, Diagnosis diagnosis) {
        List<ProbeRun> runs = List.of(run("name", new ProbeRun.Completed(), 2), run("tcp", new ProbeRun.Completed(), 5),
                run("tls", new ProbeRun.Skipped("There was nothing to do."), 0),
                run("certificate", new ProbeRun.NotRelevant("No certificate was served."), 0),
                run("listener", new ProbeRun.Blocked("The case has no server host.", "Name one by --on."), 0),
                run("stability", new ProbeRun.Cancelled(), 31), run("path", new ProbeRun.TimedOut(
                        "It took longer than its 2 s."), 2000),
                run("guest.probe", new ProbeRun.Failed("The bundle com.example.guest broke: no route."), 7));
        return new Case(id, NOW, origin, new Target(new HostPort("fs1.example.net", 3389), Optional.empty()), MSTSC,
                symptom, Observations.of(observations), runs, diagnosis);
    }

    private static ProbeRun run(String probe, ProbeRun.End end, int millis) {
        return new ProbeRun(probe, end, Duration.ofMillis(millis).plusNanos(millis * 1001L));
    }
}
