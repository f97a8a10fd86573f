// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.engine.cases.Home;
import org.rdpclinic.engine.dropins.Dropin;
import org.rdpclinic.engine.dropins.DropinContributions;
import org.rdpclinic.engine.dropins.Dropins;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.engine.registry.RegistryContributions;

/** The built example, dropped into the home of a running clinic. */
class ExampleDropinTest {

    private static final String NAME = "org.rdpclinic.example";
    private static final String PROBE = "example.retired-network";

    private final RegistryContributions contributions = new RegistryContributions();

    @TempDir
    private Path folder;
    private Path file;
    private Dropins dropins;

    @BeforeEach
    void drop() throws IOException {
        Home home = new Home(folder.resolve("a home"));
        Files.createDirectories(home.dropins());
        file = home.dropins().resolve("example.jar");
        Files.copy(example(), file);
        dropins = Dropins.ofHome(home);
    }

    @AfterEach
    void close() {
        dropins.close();
        contributions.close();
    }

    private static Path example() throws IOException {
        Path target = Path.of(System.getProperty("rdpclinic.root"), "bundles", NAME, "target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, NAME + "-*-SNAPSHOT.jar")) {
            return jars.iterator().next();
        }
    }

    private boolean isUsed() {
        return contributions.probes().stream().anyMatch(probe -> probe.id().equals(PROBE));
    }

    private static boolean isInstalled() {
        return Stream.of(FrameworkUtil.getBundle(ExampleDropinTest.class).getBundleContext().getBundles())
                .map(Bundle::getSymbolicName).anyMatch(NAME::equals);
    }

    private Dropin only() {
        dropins.refresh();
        return dropins.all().getFirst();
    }

    private void trust() throws Exception {
        dropins.trust(only());
        assertEquals("", only().reason());
        assertTrue(Waiting.until(contributions, this::isUsed));
    }

    @Test
    void isNotInstalledBeforeItIsTrusted() {
        assertEquals(Dropin.State.UNTRUSTED, only().state());
        assertTrue(!isInstalled());
    }

    @Test
    void comesWithTrustAndGoesWithItsFile() throws Exception {
        trust();
        assertTrue(contributions.knowledge().findCause("example-host-was-moved").isPresent());
        assertEquals(List.of(), contributions.issues().stream().filter(i -> i.bundle().equals(NAME)).toList());
        Files.delete(file);
        dropins.refresh();
        assertTrue(Waiting.until(contributions, () -> !isUsed()));
        assertTrue(!isInstalled());
        assertTrue(contributions.knowledge().findCause("example-host-was-moved").isEmpty());
    }

    @Test
    void comesBackAfterItWent() throws Exception {
        trust();
        Files.delete(file);
        dropins.refresh();
        assertTrue(Waiting.until(contributions, () -> !isUsed()));
        Files.copy(example(), file);
        dropins.refresh();
        assertTrue(Waiting.until(contributions, this::isUsed));
    }

    @Test
    void theProbeRunsAndTheCauseIsNamed() throws Exception {
        trust();
        try (Engine engine = new Engine(contributions, Clock.systemUTC())) {
            Case concluded = engine.diagnose(CaseRequest.of(Target.direct("192.0.2.5", 3389),
                    ClientProfiles.load().standard(), Symptom.NONE).withNetwork(new SilentNetwork()),
                    RunListener.NONE);
            assertInstanceOf(ProbeRun.Completed.class, concluded.runs().stream()
                    .filter(run -> run.probe().equals(PROBE)).findFirst().orElseThrow().end());
            RankedCause first = concluded.diagnosis().causes().getFirst();
            assertEquals("example-host-was-moved", first.cause());
            assertEquals(RankedCause.Standing.NAMED, first.standing());
        }
    }

    @Test
    void oneThatNeedsWhatIsNotThereSaysSo() throws Exception {
        Files.delete(file);
        GuestJar guest = new GuestJar("org.example.needy").importing("org.nowhere;version=\"[1,2)\"");
        Files.copy(guest.write(folder), file);
        dropins.trust(only());
        assertEquals(Dropin.State.BROKEN, only().state());
        assertEquals("It needs the package org.nowhere of the version it asks for, which no bundle here gives it.",
                only().reason());
        assertEquals("The bundle file example.jar cannot be used. " + only().reason(),
                new DropinContributions(contributions, dropins).issues().stream()
                        .filter(issue -> issue.bundle().equals("org.example.needy")).findFirst().orElseThrow().what());
    }

    @Test
    void oneWithTheNameOfAnotherBundleSaysSo() throws Exception {
        Files.delete(file);
        Files.copy(new GuestJar("org.rdpclinic.probes").write(folder), file);
        dropins.trust(only());
        assertEquals("Its name org.rdpclinic.probes is taken by another bundle.", only().reason());
    }

    /** A net in which no address answers. */
    private static final class SilentNetwork implements Network {

        @Override
        public Resolution resolve(String name) {
            try {
                return new Resolution.Addresses(List.of(InetAddress.getByName(name)));
            } catch (UnknownHostException e) {
                return new Resolution.Unresolved("There is no such address.");
            }
        }

        @Override
        public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
            return new TcpOutcome.Silent(timeout);
        }

        @Override
        public boolean isLocal(InetAddress address) {
            return false;
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }
    }
}
