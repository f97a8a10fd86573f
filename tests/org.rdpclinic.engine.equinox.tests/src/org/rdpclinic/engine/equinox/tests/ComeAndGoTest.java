// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.engine.equinox.tests.guests.GoodProbe;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.engine.registry.RegistryContributions;

/** Bundles that come and go while the clinic runs. */
class ComeAndGoTest {

    private static final String NAME = "org.example.guest";

    private final RegistryContributions contributions = new RegistryContributions();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        contributions.close();
    }

    private static String probe(String id) {
        return "<extension point=\"org.rdpclinic.engine.probes\"><probe id=\"" + id + "\" name=\"Guest\" "
                + "description=\"A guest.\" class=\"" + GoodProbe.class.getName() + "\" vantage=\"client\" "
                + "cost=\"low\" deadline=\"15s\"><observes key=\"equinox.value\"/></probe></extension>";
    }

    private boolean has(String id) {
        return contributions.probes().stream().anyMatch(probe -> probe.id().equals(id));
    }

    private boolean hasIssue(String... words) {
        return contributions.issues().stream().anyMatch(issue -> issue.bundle().equals(NAME)
                && List.of(words).stream().allMatch(issue.what()::contains));
    }

    private Case run(String probe) throws InterruptedException {
        try (Engine engine = new Engine(contributions, Clock.systemUTC())) {
            return engine.diagnose(CaseRequest.of(Target.direct("ts01.example", 3389),
                    ClientProfiles.load().standard(), Symptom.NONE).withOnly(Set.of(probe)), RunListener.NONE);
        }
    }

    @Test
    void aGuestComesRunsAndGoes() throws Exception {
        assertTrue(!has("guest.late"));
        Bundle bundle = new GuestJar(NAME).contributing(probe("guest.late")).with(GoodProbe.class).install(folder);
        try {
            assertTrue(Waiting.until(contributions, () -> has("guest.late")));
            Case concluded = run("guest.late");
            assertInstanceOf(ProbeRun.Completed.class, concluded.runs().getFirst().end());
            assertEquals("guest.late", concluded.observations().all().getLast().probe());
        } finally {
            bundle.uninstall();
        }
        assertTrue(Waiting.until(contributions, () -> !has("guest.late")));
    }

    @Test
    void aGuestThatWentMeanwhileCostsItsOwnRow() throws Exception {
        Bundle bundle = new GuestJar(NAME).contributing(probe("guest.gone")).with(GoodProbe.class).install(folder);
        assertTrue(Waiting.until(contributions, () -> has("guest.gone")));
        var declaration = contributions.probes().stream().filter(p -> p.id().equals("guest.gone")).findFirst()
                .orElseThrow();
        bundle.uninstall();
        assertTrue(Waiting.until(contributions, () -> !has("guest.gone")));
        try {
            declaration.factory().get();
        } catch (RuntimeException e) {
            assertEquals("The bundle " + NAME + " is gone.", e.getMessage());
            return;
        }
        throw new AssertionError("A bundle that is gone made a probe.");
    }

    @Test
    void aTakenIdCostsTheGuestThatComesLater() throws Exception {
        Bundle bundle = new GuestJar(NAME).contributing(probe("equinox.good")).with(GoodProbe.class).install(folder);
        try {
            assertTrue(Waiting.until(contributions, () -> hasIssue("equinox.good", "taken by")));
            assertEquals("org.rdpclinic.engine.equinox.tests", contributions.probes().stream()
                    .filter(probe -> probe.id().equals("equinox.good")).findFirst().orElseThrow().bundle());
        } finally {
            bundle.uninstall();
        }
    }

    @Test
    void aBrokenPluginXmlIsASentence() throws Exception {
        Bundle bundle = new GuestJar(NAME).contributing(probe("guest.broken") + "<extension").install(folder);
        try {
            assertTrue(hasIssue("plugin.xml", "is broken", "line"), () -> contributions.issues().toString());
        } finally {
            bundle.uninstall();
        }
    }

    @Test
    void aBundleThatIsNoSingletonIsASentence() throws Exception {
        Bundle bundle = new GuestJar(NAME).notSingleton().contributing(probe("guest.twice")).install(folder);
        try {
            assertTrue(hasIssue("no singleton"), () -> contributions.issues().toString());
        } finally {
            bundle.uninstall();
        }
    }
}
