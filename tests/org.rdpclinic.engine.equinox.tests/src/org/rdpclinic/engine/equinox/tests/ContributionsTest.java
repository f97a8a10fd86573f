// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.engine.Vantage;
import org.rdpclinic.engine.equinox.tests.guests.GoodProbe;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.engine.registry.RegistryContributions;

/** What the {@code plugin.xml} of these tests contributes, good and bad. */
class ContributionsTest {

    private static final String BUNDLE = "org.rdpclinic.engine.equinox.tests";

    private final RegistryContributions contributions = new RegistryContributions();

    @AfterEach
    void close() {
        contributions.close();
    }

    private List<String> issues() {
        return contributions.issues().stream().filter(issue -> issue.bundle().equals(BUNDLE))
                .map(ContributionIssue::what).toList();
    }

    private void assertIssue(String... words) {
        assertTrue(issues().stream().anyMatch(issue -> List.of(words).stream().allMatch(issue::contains)
                && issue.contains(BUNDLE) && issue.endsWith(".")), () -> String.join("\n", issues()));
    }

    private Case run(String... probes) throws InterruptedException {
        try (Engine engine = new Engine(contributions, Clock.systemUTC())) {
            return engine.diagnose(CaseRequest.of(Target.direct("ts01.example", 3389),
                    ClientProfiles.load().standard(), Symptom.NONE).withOnly(Set.of(probes)), RunListener.NONE);
        }
    }

    private static ProbeRun.End end(Case concluded, String probe) {
        return concluded.runs().stream().filter(run -> run.probe().equals(probe)).findFirst().orElseThrow().end();
    }

    @Test
    void theExtensionPointsAreUpWithTheirSchemas() {
        for (String point : List.of("probes", "hosts", "knowledge")) {
            assertNotNull(RegistryFactory.getRegistry().getExtensionPoint("org.rdpclinic.engine." + point), point);
            assertNotNull(FrameworkUtil.getBundle(Engine.class).getEntry("schema/" + point + ".exsd"), point);
        }
    }

    @Test
    void aDeclarationIsReadWithoutLoadingItsClass() throws Exception {
        System.clearProperty(GoodProbe.LOADED);
        ProbeDeclaration good = contributions.probes().stream().filter(p -> p.id().equals("equinox.good")).findFirst()
                .orElseThrow();
        assertEquals(BUNDLE, good.bundle());
        assertEquals(Vantage.CLIENT, good.vantage());
        assertEquals(Cost.LOW, good.cost());
        assertEquals(Duration.ofSeconds(15), good.deadline());
        assertEquals(Set.of("equinox.value"), good.observes());
        assertEquals("pieces", contributions.keys().find("equinox.value").orElseThrow().unit());
        contributions.issues();
        assertNull(System.getProperty(GoodProbe.LOADED));
    }

    @Test
    void theGoodGuestRunsAndTheBadOnesHaveTheirRows() throws Exception {
        Case concluded = run("equinox.good", "equinox.throws", "equinox.no-probe", "equinox.no-class");
        assertInstanceOf(ProbeRun.Completed.class, end(concluded, "equinox.good"));
        assertEquals("The class org.rdpclinic.engine.equinox.tests.guests.ThrowingProbe of " + BUNDLE
                + " broke: IllegalStateException, born broken.", end(concluded, "equinox.throws").reason());
        assertEquals("The class java.util.ArrayList of " + BUNDLE + " is no Probe.",
                end(concluded, "equinox.no-probe").reason());
        assertEquals("The class org.rdpclinic.engine.equinox.tests.guests.NoSuchProbe of " + BUNDLE
                + " is not there.", end(concluded, "equinox.no-class").reason());
    }

    @Test
    void eachBadDeclarationCostsItselfAndIsASentence() {
        assertIssue("key equinox.value", "declared by");
        assertIssue("key equinox.odd", "'colour' is no value type");
        assertIssue("key odd", "'odd' is no key");
        assertIssue("equinox.without-class", "the attribute 'class' is missing");
        assertIssue("equinox.vantage", "'moon' is no vantage");
        assertIssue("equinox.deadline", "'soon' is no length of time");
        assertIssue("Equinox Odd", "is no id");
        assertIssue("equinox.unknown-key", "equinox.unheard-of", "declared nowhere");
        assertIssue("equinox.needs", "'luck' is no need");
        assertIssue("equinox.no-class", "NoSuchProbe is not there");
        assertIssue("<wand>");
        assertIssue("Odd Scheme", "is no scheme");
        assertIssue("data/cut.json", "cannot be used");
        assertIssue("data/unknown-key.json", "equinox.nothing");
        assertIssue("data/missing.json");
        assertEquals(15, issues().size(), () -> String.join("\n", issues()));
    }

    @Test
    void knowledgeIsPutTogether() {
        assertTrue(contributions.knowledge().findCause("equinox-cause").isPresent());
        assertTrue(contributions.knowledge().findFinding("equinox-other-finding").isEmpty());
    }

    @Test
    void theClinicsOwnKnowledgeIsContributed() {
        assertTrue(contributions.knowledge().findCause("certificate-expired").isPresent());
    }

    @Test
    void aHostProviderIsMadeWhenItIsUsed() {
        assertEquals(BUNDLE, contributions.hosts().get("equinox").bundle());
        assertNotNull(contributions.hosts().get("equinox").factory().get());
    }
}
