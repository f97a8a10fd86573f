// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.engine.cases.Home;

class DropinsTest {

    @TempDir
    Path scratch;
    Home home;
    Path jar;
    Dropins dropins;
    final Recorder recorder = new Recorder();

    /** Notes what is installed and uninstalled. */
    private static final class Recorder implements Installer {

        final List<String> log = new ArrayList<>();
        Optional<String> answer = Optional.empty();

        @Override
        public Optional<String> install(Path file, Dropin dropin) {
            log.add("+" + dropin.file());
            return answer;
        }

        @Override
        public void uninstall(String sha256) {
            log.add("-");
        }
    }

    @BeforeEach
    void make() {
        home = new Home(scratch.resolve("home"));
        jar = home.dropins().resolve("guest.jar");
        dropins = new Dropins(new DropinFolder(home.dropins(), new TrustStore(home.trustFile())), recorder);
    }

    @AfterEach
    void close() {
        dropins.close();
    }

    private Dropin only() {
        dropins.refresh();
        assertEquals(1, dropins.all().size(), () -> dropins.all().toString());
        return dropins.all().getFirst();
    }

    @Nested
    class Trust {

        @Test
        void isNeededBeforeAnythingIsInstalled() throws IOException {
            Jars.good(jar);
            Dropin waiting = only();
            assertEquals(Dropin.State.UNTRUSTED, waiting.state());
            assertTrue(waiting.waits());
            assertEquals("org.example.guest", waiting.name());
            assertEquals("1.2.3", waiting.version());
            assertEquals(List.of("key guest.value", "probe guest.probe"), waiting.contributes());
            assertEquals(List.of(), recorder.log);
            dropins.trust(waiting);
            assertEquals(Dropin.State.TRUSTED, only().state());
            assertEquals(List.of("+guest.jar"), recorder.log);
        }

        @Test
        void endsWithAChangeOfTheFile() throws IOException {
            Jars.good(jar);
            dropins.trust(only());
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", Jars.MANIFEST, "more", "more"));
            assertEquals(Dropin.State.CHANGED, only().state());
            assertTrue(only().reason().contains("trust guest.jar"), only().reason());
            assertEquals(List.of("+guest.jar", "-"), recorder.log);
        }

        @Test
        void isGivenToWhatWasLookedAtAndNotToWhatLiesThereByThen() throws IOException {
            Jars.good(jar);
            Dropin seen = only();
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", Jars.MANIFEST, "evil", "evil"));
            dropins.trust(seen);
            assertEquals(Dropin.State.CHANGED, only().state());
            assertEquals(List.of(), recorder.log);
        }

        @Test
        void goesWithTheContentToAnotherName() throws IOException {
            Jars.good(jar);
            dropins.trust(only());
            Files.move(jar, jar.resolveSibling("renamed.jar"));
            assertEquals(Dropin.State.TRUSTED, only().state());
        }

        @Test
        void canBeTakenBack() throws IOException {
            Jars.good(jar);
            dropins.trust(only());
            dropins.distrust(only());
            assertEquals(Dropin.State.UNTRUSTED, only().state());
            assertEquals(List.of("+guest.jar", "-"), recorder.log);
        }

        @Test
        void isWorthNothingWhereOthersCanWriteIt() throws IOException {
            Jars.good(jar);
            dropins.trust(only());
            Files.setPosixFilePermissions(home.trustFile(), PosixFilePermissions.fromString("rw-rw-rw-"));
            assertEquals(Dropin.State.UNTRUSTED, only().state());
            assertTrue(only().reason().contains(home.trustFile().toString()), only().reason());
        }
    }

    @Nested
    class Broken {

        private void is(String words) {
            Dropin broken = only();
            assertEquals(Dropin.State.BROKEN, broken.state());
            assertTrue(broken.reason().contains(words) && broken.reason().endsWith("."), broken.reason());
            assertFalse(broken.waits());
            assertEquals(List.of(), recorder.log);
        }

        @Test
        void isWhatIsNoJar() throws IOException {
            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "no jar");
            is("no jar");
        }

        @Test
        void isAFolder() throws IOException {
            Files.createDirectories(jar);
            is("cannot be read");
        }

        @Test
        void isAJarThatIsNoBundle() throws IOException {
            Jars.write(jar, Map.of("a", "b"));
            is("no manifest");
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"));
            is("Bundle-SymbolicName");
        }

        @Test
        void isAManifestThatCannotBeParsed() throws IOException {
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nno colon here\n"));
            is("manifest is broken");
        }

        @Test
        void isAFragment() throws IOException {
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", Jars.MANIFEST + "Fragment-Host: org.rdpclinic.engine\n"));
            is("fragment");
        }

        @Test
        void isXmlThatEndsEarly() throws IOException {
            Jars.write(jar, Map.of("META-INF/MANIFEST.MF", Jars.MANIFEST, "plugin.xml", "<plugin>\n<extension"));
            is("plugin.xml is broken: line 2");
        }

        @Test
        void isWhatCannotBeInstalledAndSaysWhy() throws IOException {
            recorder.answer = Optional.of("It needs the package org.nowhere.");
            Jars.good(jar);
            dropins.trust(only());
            Dropin broken = only();
            assertEquals(Dropin.State.BROKEN, broken.state());
            assertEquals("It needs the package org.nowhere.", broken.reason());
            only();
            assertEquals(List.of("+guest.jar"), recorder.log);
        }
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        dropins.refresh();
        assertEquals(List.of(), dropins.all());
        assertFalse(Files.exists(home.folder()));
    }

    @Test
    void otherFilesArePassedOver() throws IOException {
        Jars.good(jar);
        Files.writeString(jar.resolveSibling("readme.txt"), "Hello.");
        assertEquals("guest.jar", only().file());
    }

    @Test
    void theWatchHearsOfWhatComesAndGoes() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch went = new CountDownLatch(1);
        dropins.onChange(() -> (dropins.all().isEmpty() ? went : came).countDown());
        dropins.watch();
        Jars.good(jar);
        assertTrue(came.await(20, TimeUnit.SECONDS));
        Files.delete(jar);
        assertTrue(went.await(20, TimeUnit.SECONDS));
    }

    @Test
    void closingUninstalls() throws IOException {
        Jars.good(jar);
        dropins.trust(only());
        dropins.close();
        assertEquals(List.of("+guest.jar", "-"), recorder.log);
    }
}
