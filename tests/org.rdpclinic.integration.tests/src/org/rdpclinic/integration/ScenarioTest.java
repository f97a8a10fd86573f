// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.lab.LabOptions;
import org.rdpclinic.lab.LabRun;
import org.rdpclinic.lab.Scenario;
import org.rdpclinic.lab.Scenarios;

/**
 * Every scenario of the lab, diagnosed from the wire alone: the right cause named, or in a group that says what would
 * decide.
 */
class ScenarioTest {

    private static final Symptom CODE_904 = Symptom.ofCodes(OptionalLong.of(0x904), OptionalLong.of(7));

    private static final Map<String, String> NAMED = Map.of(
            "certificate-expired", "certificate-expired",
            "certificate-name-mismatch", "certificate-name-mismatch",
            "certificate-weak", "certificate-weak",
            "tls-version-mismatch", "tls-version-mismatch",
            "nla-mismatch", "nla-mismatch",
            "not-rdp", "not-rdp",
            "name-unresolved", "name-unresolved",
            "forwarder-target-down", "forwarder-target-down");

    private static final Map<String, String> GROUPED = Map.of(
            "certificate-key-unreadable", "certificate-key-unreadable",
            "farm-one-bad", "certificate-key-unreadable",
            "security-layer-mismatch", "security-layer-mismatch",
            "server-closed", "server-closed",
            "connection-limit", "connection-limit",
            "rdp-disabled", "rdp-disabled",
            "rdp-disabled-silent", "rdp-disabled",
            "service-down", "service-down",
            "service-down-silent", "service-down",
            "port-filtered", "port-filtered");

    private static final Set<String> HEALTHY = Set.of("healthy", "healthy-noisy");

    private static Clinic clinic;

    @BeforeAll
    static void open() throws Exception {
        clinic = new Clinic();
    }

    @AfterAll
    static void close() {
        clinic.close();
    }

    static List<Scenario> scenarios() {
        return Scenarios.load().all();
    }

    private static Case diagnose(String scenario, Symptom symptom) throws Exception {
        try (LabRun lab = LabRun.start(Scenarios.load().find(scenario).orElseThrow(), LabOptions.defaults())) {
            return clinic.diagnose(lab, symptom);
        }
    }

    @Test
    void everyScenarioHasItsExpectation() {
        for (Scenario scenario : scenarios()) {
            assertTrue(NAMED.containsKey(scenario.id()) ^ GROUPED.containsKey(scenario.id())
                    ^ HEALTHY.contains(scenario.id()), scenario.id());
        }
        assertEquals(NAMED.size() + GROUPED.size() + HEALTHY.size(), scenarios().size());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("scenarios")
    void isDiagnosedFromTheWireAlone(Scenario scenario) throws Exception {
        check(scenario.id(), Symptom.NONE);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("scenarios")
    void isDiagnosedWhenTheUserSaw0x904(Scenario scenario) throws Exception {
        check(scenario.id(), CODE_904);
    }

    private static void check(String scenario, Symptom symptom) throws Exception {
        Case result = diagnose(scenario, symptom);
        if (HEALTHY.contains(scenario)) {
            assertEquals(symptom.isGiven() ? Verdict.INCONCLUSIVE : Verdict.HEALTHY, result.diagnosis().verdict(),
                    () -> Clinic.describe(result));
            return;
        }
        assertEquals(Verdict.PROBLEM, result.diagnosis().verdict(), () -> Clinic.describe(result));
        if (NAMED.containsKey(scenario)) {
            assertEquals(List.of(NAMED.get(scenario)), Clinic.named(result), () -> Clinic.describe(result));
            assertEquals(NAMED.get(scenario), result.diagnosis().causes().get(0).cause());
        } else {
            assertEquals(List.of(), Clinic.named(result), () -> Clinic.describe(result));
            assertEquals(1, result.diagnosis().undecided().size(), () -> Clinic.describe(result));
            UndecidedGroup group = result.diagnosis().undecided().get(0);
            assertTrue(group.causes().contains(GROUPED.get(scenario)), () -> Clinic.describe(result));
            assertTrue(group.probability() >= 0.8, () -> Clinic.describe(result));
            assertFalse(group.decidedBy().isEmpty(), "the group says what would decide it");
        }
    }

    /** With a look into the simulated host the groups come apart. */
    @ParameterizedTest
    @CsvSource({"certificate-key-unreadable, certificate-key-unreadable", "rdp-disabled, rdp-disabled",
        "rdp-disabled-silent, rdp-disabled", "service-down, service-down", "service-down-silent, service-down",
        "port-filtered, port-filtered", "security-layer-mismatch, security-layer-mismatch"})
    void aGroupIsDecidedByALookIntoTheHost(String scenario, String cause) throws Exception {
        try (LabRun lab = LabRun.start(Scenarios.load().find(scenario).orElseThrow(), LabOptions.defaults())) {
            Case result = clinic.diagnoseWithHost(lab);
            assertEquals(List.of(cause), Clinic.named(result), () -> Clinic.describe(result));
        }
    }
}
