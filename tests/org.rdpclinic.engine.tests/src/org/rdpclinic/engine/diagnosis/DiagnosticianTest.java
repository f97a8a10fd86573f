// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.network.Network;
import org.rdpclinic.knowledge.network.NetworkReader;

/** What our own knowledge makes of typical evidence from the wire. */
class DiagnosticianTest {

    private static final KnowledgeBase KNOWLEDGE = knowledge();
    private static final Symptom CODE_904 = Symptom.ofCodes(OptionalLong.of(0x904), OptionalLong.of(7));
    private static final List<OpenProbe> OPEN = List.of(
            new OpenProbe("listener-settings", Set.of("listener.enabled", "listener.on-dialled-port",
                    "listener.settings-in-range", "listener.schannel-versions", "listener.edition"),
                    "server:registry", 1),
            new OpenProbe("listener-services", Set.of("service.term-service"), "server:services", 1),
            new OpenProbe("listener-key-file", Set.of("key-file.present", "key-file.readable"), "server:files", 1));

    private static KnowledgeBase knowledge() {
        Network network = NetworkReader.read(KnowledgeFiles.bundled(), NetworkReader.FILE, Wire::findKey);
        return KnowledgeBase.of(network.findings(), network.causes());
    }

    private static Diagnosis diagnose(Wire wire) {
        return diagnose(wire, Symptom.NONE);
    }

    private static Diagnosis diagnose(Wire wire, Symptom symptom) {
        return Diagnostician.diagnose(KNOWLEDGE, symptom, wire.observations(), wire.stages(), OPEN, true);
    }

    private static void assertNamed(String cause, Wire wire) {
        for (Symptom symptom : List.of(Symptom.NONE, CODE_904)) {
            Diagnosis diagnosis = diagnose(wire, symptom);
            assertEquals(List.of(cause), diagnosis.named().stream().map(RankedCause::cause).toList(),
                    () -> "named, by " + symptom + ": " + diagnosis.causes());
            assertEquals(Verdict.PROBLEM, diagnosis.verdict());
            assertTrue(diagnosis.undecided().isEmpty(), "no group");
            assertEquals(cause, diagnosis.causes().get(0).cause());
        }
    }

    private static void assertUndecided(Set<String> causes, Wire wire) {
        for (Symptom symptom : List.of(Symptom.NONE, CODE_904)) {
            Diagnosis diagnosis = diagnose(wire, symptom);
            assertTrue(diagnosis.named().isEmpty(), () -> "nothing is named, by " + symptom + ": " + diagnosis.named());
            assertEquals(1, diagnosis.undecided().size(), () -> "one group, by " + symptom + ": " + diagnosis.causes());
            assertEquals(causes, Set.copyOf(diagnosis.undecided().get(0).causes()));
            assertTrue(diagnosis.undecided().get(0).probability() >= 0.8, "the group is likely");
            assertEquals(Verdict.PROBLEM, diagnosis.verdict());
        }
    }

    @Nested
    class Healthy {

        @Test
        void aDefaultWindowsIsHealthyWithAdvisories() {
            Diagnosis diagnosis = diagnose(new Wire().healthy());
            assertEquals(Verdict.HEALTHY, diagnosis.verdict(), () -> diagnosis.causes().toString());
            assertEquals(List.of("certificate-of-another-name", "certificate-self-signed"),
                    diagnosis.advisories().stream().map(a -> a.finding()).toList());
            assertEquals(0, diagnosis.unexplained());
        }

        @Test
        void aUserWhoSaw0x904IsNeverToldThatAllIsWell() {
            assertEquals(Verdict.INCONCLUSIVE, diagnose(new Wire().healthy(), CODE_904).verdict());
        }

        @Test
        void anUnfinishedRunIsNotHealthy() {
            Wire wire = new Wire().healthy();
            assertEquals(Verdict.INCONCLUSIVE, Diagnostician.diagnose(KNOWLEDGE, Symptom.NONE, wire.observations(),
                    wire.stages(), OPEN, false).verdict());
        }

        @Test
        void nothingObservedIsInconclusive() {
            Diagnosis diagnosis = Diagnostician.diagnose(KNOWLEDGE, Symptom.NONE, new Wire().observations(), List.of(),
                    OPEN, true);
            assertEquals(Verdict.INCONCLUSIVE, diagnosis.verdict());
            assertTrue(diagnosis.causes().stream().allMatch(cause -> cause.probability() < 0.1));
        }
    }

    @Nested
    class Named {

        @Test
        void anExpiredCertificate() {
            assertNamed("certificate-expired", established().certificate("expired", "warns", "goes-on"));
        }

        @Test
        void aCertificateThatIsNotYetValid() {
            assertNamed("certificate-expired", established().certificate("not-yet-valid", "warns", "goes-on"));
        }

        @Test
        void aNameThatTheClientRefuses() {
            assertNamed("certificate-name-mismatch", established().certificate("valid", "refuses", "goes-on"));
        }

        @Test
        void aKeyThatTheClientRefuses() {
            assertNamed("certificate-weak", established().certificate("valid", "warns", "refuses"));
        }

        @Test
        void noTlsVersionInCommon() {
            Wire wire = up();
            for (int i = 1; i <= 6; i++) {
                wire.alert(i, 70);
            }
            assertNamed("tls-version-mismatch", wire.observe("server.other-version-works", true, Wire.ADDRESS));
        }

        @Test
        void noSuiteInCommon() {
            assertNamed("tls-cipher-mismatch", up().alert(1, 40).alert(2, 40));
        }

        @Test
        void aClientWithoutNla() {
            assertNamed("nla-mismatch", up().fails(1, 5).fails(2, 5));
        }

        @Test
        void aServerThatSaysItHasNoCertificate() {
            assertNamed("certificate-key-unreadable", up().fails(1, 3).fails(2, 3));
        }

        @Test
        void aClientThatInsistsOnTls() {
            assertNamed("security-layer-mismatch", up().fails(1, 2).fails(2, 2));
        }

        @Test
        void anAnswerThatIsNotRdp() {
            assertNamed("not-rdp", up().endsAtNegotiation(1, "not-rdp").endsAtNegotiation(2, "not-rdp"));
        }

        @Test
        void aNameThatDoesNotResolve() {
            assertNamed("name-unresolved", new Wire().observe("name.resolved", false, Subject.PATH));
        }

        @Test
        void aForwarderThatAcceptsWhatShouldBeClosed() {
            Wire wire = new Wire().resolved().observe("tcp.outcome", "accepted", Wire.ADDRESS)
                    .observe("path.control-outcome", "accepted", Wire.ADDRESS);
            assertNamed("forwarder-target-down",
                    wire.endsAtNegotiation(1, "closed").endsAtNegotiation(2, "closed").endsAtNegotiation(3, "closed"));
        }
    }

    @Nested
    class Undecided {

        @Test
        void aRefusedPort() {
            assertUndecided(Set.of("rdp-disabled", "service-down", "port-changed", "edition-unsupported"),
                    new Wire().resolved().connect("refused"));
        }

        @Test
        void aSilentPort() {
            assertUndecided(
                    Set.of("rdp-disabled", "service-down", "port-changed", "edition-unsupported", "port-filtered"),
                    new Wire().resolved().connect("silent"));
        }

        @Test
        void aRefusedPortIsDecidedByRegistryAndServices() {
            List<String> where = diagnose(new Wire().resolved().connect("refused")).undecided().get(0).decidedBy()
                    .stream().map(decider -> decider.where()).toList();
            assertEquals(List.of("server:registry", "server:services"), where);
        }

        @Test
        void aResetAtEveryHello() {
            Wire wire = up();
            for (int i = 1; i <= 6; i++) {
                wire.endsAtTls(i, "reset");
            }
            assertUndecided(Set.of("certificate-key-unreadable", "tls-version-mismatch"),
                    wire.unservableHello("reset").observe("server.other-version-works", false, Wire.ADDRESS));
        }

        @Test
        void aFarmWithOneBadMember() {
            assertUndecided(Set.of("certificate-key-unreadable", "tls-version-mismatch"),
                    up().endsAtTls(1, "reset").established(2).established(3).endsAtTls(4, "reset").established(5)
                            .established(6).certificate("valid", "warns", "goes-on"));
        }

        @Test
        void aRequestThatIsClosedEachTime() {
            Wire wire = up();
            for (int i = 1; i <= 6; i++) {
                wire.endsAtNegotiation(i, "closed");
            }
            assertUndecided(Set.of("connection-limit", "server-closed", "source-banned", "forwarder-target-down",
                    "security-layer-mismatch"), wire);
        }

        @Test
        void aRequestThatIsClosedNowAndThen() {
            assertUndecided(Set.of("connection-limit", "server-closed", "source-banned", "forwarder-target-down"),
                    up().endsAtNegotiation(1, "closed").established(2).established(3).endsAtNegotiation(4, "closed")
                            .established(5).established(6).certificate("valid", "warns", "goes-on"));
        }

        @Test
        void clearTextWhereTlsWasDue() {
            assertUndecided(Set.of("certificate-key-unreadable", "certificate-weak", "tls-version-mismatch"),
                    up().endsAtTls(1, "clear-text").endsAtTls(2, "clear-text"));
        }
    }

    @Nested
    class Weights {

        @Test
        void whatSpeaksForACauseStandsBesideIt() {
            RankedCause cause = diagnose(established().certificate("expired", "warns", "goes-on")).causes().get(0);
            assertEquals("certificate-outside-validity", cause.supporting().get(0).finding());
            assertTrue(cause.supporting().get(0).weight() > 100, () -> cause.supporting().toString());
            assertEquals("certificate.validity",
                    cause.supporting().get(0).observations().get(0).key().id());
        }

        @Test
        void anEarlierFaultSpeaksNotAgainstALaterOne() {
            Diagnosis diagnosis = diagnose(new Wire().resolved().connect("refused"));
            assertFalse(diagnosis.causes().stream().anyMatch(cause -> cause.cause().startsWith("certificate")
                    && !cause.opposing().isEmpty()));
        }

        @Test
        void twoFaultsAreBothNamed() {
            Diagnosis diagnosis = diagnose(established().certificate("expired", "refuses", "goes-on"));
            assertEquals(Set.of("certificate-expired", "certificate-name-mismatch"),
                    Set.copyOf(diagnosis.named().stream().map(RankedCause::cause).toList()));
        }

        @Test
        void theNextProbeOfASilentPortIsOneThatLooksIntoTheServer() {
            assertEquals(List.of("server:registry", "server:services"),
                    diagnose(new Wire().resolved().connect("silent"))
                    .next().stream().limit(2).map(next -> next.needs()).sorted().toList());
        }
    }

    private static Wire up() {
        return new Wire().resolved().connect("accepted");
    }

    private static Wire established() {
        Wire wire = up();
        for (int i = 1; i <= 6; i++) {
            wire.established(i);
        }
        return wire;
    }
}
