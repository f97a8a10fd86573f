// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.stages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.StageRow.Outcome;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.keys.TlsKeys;

/**
 * How far the clinic came, stage by stage and address by address. Only attempts that do what the client does count:
 * what an attempt finds out about the server's other abilities says nothing about this client.
 */
public final class StageLadder {

    /** What nothing goes on without a password for. */
    private static final List<Stage> WITH_PASSWORD = List.of(Stage.CREDSSP, Stage.AUTHORIZE, Stage.MCS, Stage.LICENCE,
            Stage.LOGON, Stage.SESSION);

    private final Observations observations;
    private final Target target;
    private final List<ClientTry> tries;
    private final List<StageRow> rows = new ArrayList<>();

    private StageLadder(Observations observations, Target target) {
        this.observations = observations;
        this.target = target;
        this.tries = ClientTry.all(observations);
    }

    /** The rows, in the order of the stages; within a stage in the order in which the addresses were met. */
    public static List<StageRow> of(Observations observations, Target target) {
        return new StageLadder(observations, target).climb();
    }

    private List<StageRow> climb() {
        Outcome resolved = resolve();
        List<String> addresses = addresses();
        if (addresses.isEmpty()) {
            Outcome later = resolved == Outcome.FAILED ? Outcome.NOT_REACHED : Outcome.NOT_TRIED;
            gateway();
            for (Stage stage : List.of(Stage.CONNECT, Stage.NEGOTIATE, Stage.TLS)) {
                row(stage, "", later, Optional.empty(), "");
            }
            later(later == Outcome.NOT_TRIED);
            return List.copyOf(rows);
        }
        addresses.forEach(address -> rows.add(connect(address)));
        gateway();
        for (Stage stage : List.of(Stage.NEGOTIATE, Stage.TLS)) {
            addresses.forEach(address -> rows.add(attempted(stage, address)));
        }
        later(addresses.stream().anyMatch(this::openEnd));
        return List.copyOf(rows);
    }

    private Outcome resolve() {
        Optional<Boolean> resolved = observations.find(NameKeys.RESOLVED, Subject.PATH);
        Outcome outcome = resolved.map(is -> is ? Outcome.PASSED : Outcome.FAILED).orElse(Outcome.NOT_TRIED);
        boolean literal =
                observations.find(NameKeys.KIND, Subject.PATH).filter(kind -> !kind.equals("name")).isPresent();
        String detail = switch (outcome) {
            case PASSED -> literal ? "an address was dialled"
                    : observations.find(NameKeys.ADDRESSES, Subject.PATH).map(StageWords::addresses).orElse("");
            case FAILED -> observations.find(NameKeys.ERROR, Subject.PATH).orElse("no address");
            default -> "";
        };
        row(Stage.RESOLVE, "", outcome, Optional.empty(), detail);
        return outcome;
    }

    private List<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        observations.of(TcpKeys.OUTCOME).map(Observation::subject).filter(s -> s.kind() == Subject.Kind.ADDRESS)
                .forEach(subject -> addresses.add(subject.id()));
        tries.forEach(attempt -> addresses.add(attempt.address()));
        return List.copyOf(addresses);
    }

    private void gateway() {
        if (target.gateway().isPresent()) {
            row(Stage.GATEWAY, target.gateway().map(HostPort::toString).orElse(""), Outcome.NOT_TRIED,
                    Optional.empty(), "no probe goes through a gateway");
        }
    }

    private StageRow connect(String address) {
        Subject subject = Subject.address(address);
        List<String> outcomes = new ArrayList<>();
        observations.of(TcpKeys.OUTCOME).filter(seen -> seen.subject().equals(subject))
                .forEach(seen -> seen.as(TcpKeys.OUTCOME).ifPresent(outcomes::add));
        for (ClientTry attempt : triesAt(address)) {
            attempt.passed(Stage.CONNECT).ifPresent(passed -> outcomes.add(passed ? "accepted" : "no connection"));
        }
        List<String> failed = outcomes.stream().filter(outcome -> !outcome.equals("accepted")).toList();
        Outcome outcome = outcome(outcomes.size(), failed.size());
        String detail = outcome == Outcome.PASSED || outcome == Outcome.NOT_TRIED ? "accepted"
                : StageWords.connect(failed.getFirst());
        return new StageRow(Stage.CONNECT, address, outcome, observations.find(TcpKeys.CONNECT_TIME, subject),
                counted(outcome, failed.size(), outcomes.size(), detail));
    }

    private StageRow attempted(Stage stage, String address) {
        List<ClientTry> passed = new ArrayList<>();
        List<ClientTry> failed = new ArrayList<>();
        for (ClientTry attempt : triesAt(address)) {
            attempt.passed(stage).ifPresent(is -> (is ? passed : failed).add(attempt));
        }
        int all = passed.size() + failed.size();
        if (all == 0) {
            return notCome(stage, address);
        }
        Outcome outcome = outcome(all, failed.size());
        ClientTry shown = failed.isEmpty() ? passed.getLast() : failed.getLast();
        Optional<Duration> time = shown.find(stage == Stage.TLS ? TlsKeys.TIME : NegotiationKeys.TIME);
        return new StageRow(stage, address, outcome, time,
                counted(outcome, failed.size(), all, StageWords.at(stage, shown, failed.isEmpty())));
    }

    /** The row of a stage to which no attempt came. */
    private StageRow notCome(Stage stage, String address) {
        boolean brokeBefore = rows.stream().anyMatch(row -> row.address().equals(address)
                && (row.outcome() == Outcome.FAILED || row.outcome() == Outcome.NOT_REACHED));
        boolean agreedWithout = stage == Stage.TLS && !brokeBefore && !triesAt(address).isEmpty();
        return new StageRow(stage, address, brokeBefore ? Outcome.NOT_REACHED : Outcome.NOT_TRIED, Optional.empty(),
                agreedWithout ? "TLS was not agreed" : "");
    }

    /** Whether nothing that was tried at this address failed each time. */
    private boolean openEnd(String address) {
        return rows.stream().filter(row -> row.address().equals(address))
                .noneMatch(row -> row.outcome() == Outcome.FAILED || row.outcome() == Outcome.NOT_REACHED);
    }

    private void later(boolean reachable) {
        for (Stage stage : WITH_PASSWORD) {
            row(stage, "", reachable ? Outcome.NOT_TRIED : Outcome.NOT_REACHED, Optional.empty(),
                    reachable ? "takes a password" : "");
        }
    }

    private List<ClientTry> triesAt(String address) {
        return tries.stream().filter(attempt -> attempt.address().equals(address)).toList();
    }

    private static Outcome outcome(int all, int failed) {
        if (all == 0) {
            return Outcome.NOT_TRIED;
        }
        if (failed == 0) {
            return Outcome.PASSED;
        }
        return failed == all ? Outcome.FAILED : Outcome.SOMETIMES;
    }

    private static String counted(Outcome outcome, int failed, int all, String detail) {
        if (outcome != Outcome.SOMETIMES) {
            return outcome == Outcome.NOT_TRIED ? "" : detail;
        }
        return failed + " of " + all + " attempts failed" + (detail.isEmpty() ? "" : ": " + detail);
    }

    private void row(Stage stage, String address, Outcome outcome, Optional<Duration> time, String detail) {
        rows.add(new StageRow(stage, address, outcome, time, detail));
    }
}
