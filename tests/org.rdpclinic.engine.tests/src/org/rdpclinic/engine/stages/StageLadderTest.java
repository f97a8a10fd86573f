// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.stages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.StageRow.Outcome;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.keys.TlsKeys;

class StageLadderTest {

    private static final String ADDRESS = "192.0.2.1:3389";
    private static final Target TARGET = Target.direct("ts01.example", 3389);

    private final List<Observation> list = new ArrayList<>();

    private <V> void seen(ObservationKey<V> key, V value, Subject subject) {
        list.add(new Observation(key, value, subject, Observation.WIRE, Instant.EPOCH, "test"));
    }

    private void resolved(String... addresses) {
        seen(NameKeys.KIND, "name", Subject.PATH);
        seen(NameKeys.RESOLVED, addresses.length > 0, Subject.PATH);
        seen(NameKeys.ADDRESSES, List.of(addresses), Subject.PATH);
    }

    private void connected(String address, String outcome) {
        seen(TcpKeys.OUTCOME, outcome, Subject.address(address));
    }

    private Subject attempt(String id, String purpose, String address, String endedAt) {
        Subject subject = Subject.attempt(id);
        seen(AttemptKeys.PURPOSE, purpose, subject);
        seen(AttemptKeys.ADDRESS, address, subject);
        seen(AttemptKeys.ENDED_AT, endedAt, subject);
        return subject;
    }

    private Subject good(String id) {
        Subject subject = attempt(id, "client", ADDRESS, "none");
        seen(NegotiationKeys.OUTCOME, "selected", subject);
        seen(NegotiationKeys.SELECTED, 8L, subject);
        seen(NegotiationKeys.TIME, Duration.ofMillis(3), subject);
        seen(TlsKeys.OUTCOME, "established", subject);
        seen(TlsKeys.VERSION, "TLS 1.3", subject);
        seen(TlsKeys.CIPHER_SUITE, "TLS_AES_256_GCM_SHA384", subject);
        seen(TlsKeys.TIME, Duration.ofMillis(9), subject);
        return subject;
    }

    private Subject resetAtHello(String id) {
        Subject subject = attempt(id, "client", ADDRESS, "tls");
        seen(NegotiationKeys.OUTCOME, "selected", subject);
        seen(NegotiationKeys.SELECTED, 8L, subject);
        seen(TlsKeys.OUTCOME, "reset", subject);
        seen(TlsKeys.BEFORE_HELLO, false, subject);
        seen(TlsKeys.SERVER_HELLO, false, subject);
        seen(TlsKeys.BYTES_RECEIVED, 0L, subject);
        return subject;
    }

    private List<StageRow> rows() {
        return StageLadder.of(Observations.of(list), TARGET);
    }

    private StageRow row(Stage stage) {
        List<StageRow> found = rows().stream().filter(row -> row.stage() == stage).toList();
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    private void assertRow(Stage stage, Outcome outcome, String detail) {
        assertEquals(outcome, row(stage).outcome(), stage.title());
        assertEquals(detail, row(stage).detail(), stage.title());
    }

    @Test
    void aHealthyServerIsClimbedUpToThePassword() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        seen(TcpKeys.CONNECT_TIME, Duration.ofMillis(2), Subject.address(ADDRESS));
        good("1");
        assertRow(Stage.RESOLVE, Outcome.PASSED, "192.0.2.1");
        assertRow(Stage.CONNECT, Outcome.PASSED, "accepted");
        assertRow(Stage.NEGOTIATE, Outcome.PASSED, "CredSSP (HYBRID_EX) selected");
        assertRow(Stage.TLS, Outcome.PASSED, "TLS 1.3, TLS_AES_256_GCM_SHA384");
        assertRow(Stage.CREDSSP, Outcome.NOT_TRIED, "takes a password");
        assertRow(Stage.SESSION, Outcome.NOT_TRIED, "takes a password");
        assertEquals(Optional.of(Duration.ofMillis(2)), row(Stage.CONNECT).time());
        assertEquals(Optional.of(Duration.ofMillis(9)), row(Stage.TLS).time());
        assertEquals(ADDRESS, row(Stage.TLS).address());
    }

    @Test
    void aResetAtTheHelloIsToldWithItsBytes() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        resetAtHello("1");
        assertRow(Stage.NEGOTIATE, Outcome.PASSED, "CredSSP (HYBRID_EX) selected");
        assertRow(Stage.TLS, Outcome.FAILED, "reset after the ClientHello, 0 bytes received");
        assertRow(Stage.CREDSSP, Outcome.NOT_REACHED, "");
    }

    @Test
    void whatFailsNowAndThenIsCounted() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        for (int i = 0; i < 4; i++) {
            good("good" + i);
        }
        resetAtHello("bad1");
        resetAtHello("bad2");
        assertRow(Stage.TLS, Outcome.SOMETIMES,
                "2 of 6 attempts failed: reset after the ClientHello, 0 bytes received");
        assertRow(Stage.CREDSSP, Outcome.NOT_TRIED, "takes a password");
    }

    @Test
    void aNameThatDoesNotResolveEndsIt() {
        resolved();
        seen(NameKeys.ERROR, "No such name.", Subject.PATH);
        assertRow(Stage.RESOLVE, Outcome.FAILED, "No such name.");
        assertRow(Stage.CONNECT, Outcome.NOT_REACHED, "");
        assertRow(Stage.SESSION, Outcome.NOT_REACHED, "");
    }

    @Test
    void eachAddressHasRowsOfItsOwn() {
        resolved("192.0.2.1", "192.0.2.2");
        connected(ADDRESS, "accepted");
        connected("192.0.2.2:3389", "silent");
        good("1");
        List<String> connects = rows().stream().filter(row -> row.stage() == Stage.CONNECT)
                .map(row -> row.address() + " " + row.outcome().id() + " " + row.detail()).toList();
        assertEquals(List.of(ADDRESS + " passed accepted", "192.0.2.2:3389 failed no answer"), connects);
        assertTrue(rows().stream().anyMatch(row -> row.stage() == Stage.TLS
                && row.address().equals("192.0.2.2:3389") && row.outcome() == Outcome.NOT_REACHED));
        assertEquals(Outcome.NOT_TRIED, row(Stage.CREDSSP).outcome());
    }

    @Test
    void aRefusalIsNamed() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        Subject subject = attempt("1", "client", ADDRESS, "negotiate");
        seen(NegotiationKeys.OUTCOME, "failure", subject);
        seen(NegotiationKeys.FAILURE_CODE, 5L, subject);
        assertRow(Stage.NEGOTIATE, Outcome.FAILED, "refused: HYBRID_REQUIRED_BY_SERVER (5)");
        assertRow(Stage.TLS, Outcome.NOT_REACHED, "");
    }

    @Test
    void whatIsNotRdpIsShownByItsFirstBytes() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        Subject subject = attempt("1", "client", ADDRESS, "negotiate");
        seen(NegotiationKeys.OUTCOME, "not-rdp", subject);
        seen(NegotiationKeys.FIRST_BYTES, "0100ff54502f312e31203430", subject);
        assertRow(Stage.NEGOTIATE, Outcome.FAILED, "the answer is not RDP: 01 00 ff 54 50 2f 31 2e …");
    }

    @Test
    void whatIsTextIsShownAsText() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        Subject subject = attempt("1", "client", ADDRESS, "negotiate");
        seen(NegotiationKeys.OUTCOME, "not-rdp", subject);
        seen(NegotiationKeys.FIRST_BYTES, "5353482d322e300d0a58", subject);
        assertRow(Stage.NEGOTIATE, Outcome.FAILED, "the answer is not RDP: \"SSH-2.0\"");
    }

    @Test
    void attemptsThatAskForAbilitiesDoNotCount() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        good("1");
        Subject capability = attempt("2", "capability", ADDRESS, "tls");
        seen(NegotiationKeys.OUTCOME, "selected", capability);
        seen(TlsKeys.OUTCOME, "alert", capability);
        assertEquals(Outcome.PASSED, row(Stage.TLS).outcome());
    }

    @Test
    void standardSecurityNeedsNoTls() {
        resolved("192.0.2.1");
        connected(ADDRESS, "accepted");
        Subject subject = attempt("1", "client", ADDRESS, "none");
        seen(NegotiationKeys.OUTCOME, "selected", subject);
        seen(NegotiationKeys.SELECTED, 0L, subject);
        assertRow(Stage.NEGOTIATE, Outcome.PASSED, "Standard RDP Security selected");
        assertRow(Stage.TLS, Outcome.NOT_TRIED, "TLS was not agreed");
    }

    @Test
    void withNothingObservedNothingWasTried() {
        assertTrue(rows().stream().allMatch(row -> row.outcome() == Outcome.NOT_TRIED));
    }

    @Test
    void aGatewayIsNotTried() {
        List<StageRow> rows = StageLadder.of(Observations.EMPTY,
                new Target(new HostPort("a", 3389), Optional.of(new HostPort("gw.example", 443))));
        StageRow gateway = rows.stream().filter(row -> row.stage() == Stage.GATEWAY).findFirst().orElseThrow();
        assertEquals("gw.example:443", gateway.address());
        assertEquals(Outcome.NOT_TRIED, gateway.outcome());
    }
}
