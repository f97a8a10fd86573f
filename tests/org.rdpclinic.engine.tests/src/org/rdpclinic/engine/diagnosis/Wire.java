// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.keys.SharedKeys;

/** Writes observations as probes of the wire would hand them in. */
final class Wire {

    static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    static final Subject ADDRESS = Subject.address("192.0.2.17:3389");

    private static final Map<String, ObservationKey<?>> KEYS = new HashMap<>();

    static {
        SharedKeys.ALL.forEach(key -> KEYS.put(key.id(), key));
    }

    private final List<Observation> all = new ArrayList<>();
    private boolean broke;

    static Optional<ObservationKey<?>> findKey(String id) {
        return Optional.ofNullable(KEYS.get(id));
    }

    Wire observe(String key, Object value, Subject subject) {
        all.add(new Observation(KEYS.get(key), value, subject, Observation.WIRE, NOW, "test"));
        return this;
    }

    Wire resolved() {
        return observe("name.resolved", true, Subject.PATH);
    }

    Wire connect(String outcome) {
        broke |= !outcome.equals("accepted");
        return observe("tcp.outcome", outcome, ADDRESS).observe("path.control-outcome", "refused", ADDRESS)
                .observe("path.forwarder-address", false, ADDRESS);
    }

    /** One client attempt that ends in the negotiation. */
    Wire endsAtNegotiation(int number, String outcome) {
        Subject attempt = attempt(number, "negotiate");
        broke = true;
        return observe("negotiation.outcome", outcome, attempt);
    }

    Wire fails(int number, long code) {
        Subject attempt = attempt(number, "negotiate");
        broke = true;
        return observe("negotiation.outcome", "failure", attempt).observe("negotiation.failure-code", code, attempt)
                .observe("negotiation.client-verdict", "refuses", attempt);
    }

    /** One client attempt that comes to TLS and ends there by a close, reset, silence or clear text. */
    Wire endsAtTls(int number, String outcome) {
        Subject attempt = attempt(number, "tls");
        broke = true;
        return selected(attempt).observe("tls.offered", "client", attempt).observe("tls.outcome", outcome, attempt)
                .observe("tls.server-hello", false, attempt).observe("tls.before-hello", false, attempt);
    }

    Wire alert(int number, long alert) {
        endsAtTls(number, "alert");
        return observe("tls.alert", alert, Subject.attempt("client-" + number));
    }

    Wire established(int number) {
        Subject attempt = attempt(number, "none");
        return selected(attempt).observe("tls.offered", "client", attempt)
                .observe("tls.outcome", "established", attempt)
                .observe("tls.server-hello", true, attempt).observe("tls.before-hello", false, attempt);
    }

    Wire certificate(String validity, String name, String strength) {
        Subject certificate = Subject.certificate("ab12");
        return observe("certificate.validity", validity, certificate)
                .observe("certificate.name-verdict", name, certificate)
                .observe("certificate.strength-verdict", strength, certificate)
                .observe("certificate.strength", strength.equals("refuses") ? "weak" : "strong", certificate)
                .observe("certificate.self-signed", true, certificate);
    }

    Wire unservableHello(String outcome) {
        Subject attempt = Subject.attempt("no-common-suite");
        return observe("attempt.purpose", "capability", attempt).observe("tls.offered", "no-common-suite", attempt)
                .observe("tls.outcome", outcome, attempt);
    }

    /** A default Windows, dialled by address. */
    Wire healthy() {
        resolved().connect("accepted");
        for (int i = 1; i <= 6; i++) {
            established(i);
        }
        return certificate("valid", "warns", "goes-on").observe("server.tls-versions", List.of("TLS 1.2", "TLS 1.3"),
                ADDRESS).observe("server.demands-nla", true, ADDRESS);
    }

    private Subject attempt(int number, String endedAt) {
        Subject attempt = Subject.attempt("client-" + number);
        observe("attempt.purpose", "client", attempt);
        observe("attempt.ended-at", endedAt, attempt);
        return attempt;
    }

    private Wire selected(Subject attempt) {
        return observe("negotiation.outcome", "selected", attempt).observe("negotiation.selected", 2L, attempt)
                .observe("negotiation.client-verdict", "goes-on", attempt);
    }

    Observations observations() {
        return Observations.of(all);
    }

    List<StageRow> stages() {
        return List.of(new StageRow(Stage.NEGOTIATE, "", broke ? StageRow.Outcome.FAILED : StageRow.Outcome.PASSED,
                Optional.empty(), ""));
    }
}
