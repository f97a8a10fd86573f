// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built example, dropped into the home of the product. */
class DropinsTest {

    private static final String PROBE = "example.retired-network";

    @TempDir
    static Path scratch;
    static Path script;

    @TempDir
    Path folder;
    Path jar;
    Shell shell;

    @BeforeAll
    static void copyTheProduct() throws IOException {
        Path product = scratch.resolve("a product");
        Product.copyTo(product);
        script = product.resolve("clinic");
        assertEquals("", new Shell(scratch).with("RDPCLINIC_HOME", scratch.resolve("none").toString())
                .run(script, "--version").err());
    }

    @BeforeEach
    void makeAHome() throws IOException {
        Path home = folder.resolve("a home für Gäste");
        jar = Files.createDirectories(home.resolve("dropins")).resolve("example.jar");
        shell = new Shell(Files.createDirectories(folder.resolve("some where")))
                .with("RDPCLINIC_HOME", home.toString());
    }

    private void drop() throws IOException {
        Files.copy(example(), jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path example() throws IOException {
        Path target = Product.root().resolve("bundles/org.rdpclinic.example/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "org.rdpclinic.example-*-SNAPSHOT.jar")) {
            return jars.iterator().next();
        }
    }

    private Shell.Result clinic(Object... words) {
        List<Object> command = new ArrayList<>(List.of(script));
        command.addAll(List.of(words));
        return shell.run(command.toArray());
    }

    private boolean listsTheProbe() {
        return clinic("probes", "--json").out().contains("\"" + PROBE + "\"");
    }

    private void trust() {
        Shell.Result trusted = clinic("bundles", "trust", "example.jar", "--yes");
        assertEquals(0, trusted.status(), trusted.err());
    }

    @Test
    void waitsUntilItIsTrustedThenObservesAndGoesAgain() throws IOException {
        drop();
        Shell.Result waiting = clinic("probes");
        assertEquals(0, waiting.status(), waiting.err());
        assertTrue(waiting.out().contains("example.jar") && waiting.out().contains("waits"), waiting.out());
        assertFalse(listsTheProbe());
        assertTrue(clinic("bundles", "--json").out().contains("\"untrusted\""));
        assertEquals(2, clinic("bundles", "trust", "example.jar").status());
        assertFalse(listsTheProbe());
        trust();
        assertTrue(listsTheProbe());
        assertTrue(clinic("bundles", "--json").out().contains("\"trusted\""));
        Shell.Result diagnosed = clinic("diagnose", "--lab", "healthy", "--json");
        assertTrue(diagnosed.out().contains("\"key\" : \"" + PROBE + "\""), diagnosed.out());
        assertEquals(0, diagnosed.status(), diagnosed.err());
        Files.delete(jar);
        assertFalse(listsTheProbe());
    }

    @Test
    void isNotUsedAfterAChange() throws IOException {
        drop();
        trust();
        try (JarFile from = new JarFile(example().toFile()); OutputStream to = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(to, from.getManifest())) {
            out.putNextEntry(new JarEntry("plugin.xml"));
            from.getInputStream(from.getEntry("plugin.xml")).transferTo(out);
        }
        assertFalse(listsTheProbe());
        String bundles = clinic("bundles", "--json").out();
        assertTrue(bundles.contains("\"changed\"") && bundles.contains("changed since it was trusted"), bundles);
    }

    @Test
    void isNotUsedOnceItIsDistrusted() throws IOException {
        drop();
        trust();
        assertEquals(0, clinic("bundles", "distrust", "example.jar").status());
        assertFalse(listsTheProbe());
    }

    @Test
    void runsInTwoClinicsAtOnce() throws IOException {
        drop();
        trust();
        Shell.Running one = shell.start(script, "diagnose", "--lab", "healthy", "--json");
        Shell.Running two = shell.start(script, "diagnose", "--lab", "healthy", "--json");
        for (Shell.Result result : List.of(one.end(), two.end())) {
            assertEquals(0, result.status(), result.err());
            assertTrue(result.out().contains("\"key\" : \"" + PROBE + "\""), result.out());
        }
    }

    @Test
    void aBadOneIsARowAndTheOthersWork() throws IOException {
        drop();
        trust();
        Files.writeString(jar.resolveSibling("junk.jar"), "no jar");
        Shell.Result bundles = clinic("bundles", "--json");
        assertEquals(3, bundles.status());
        assertTrue(bundles.out().contains("\"It is no jar that can be read.\""), bundles.out());
        Shell.Result probes = clinic("probes", "--json");
        assertEquals(3, probes.status());
        assertEquals("The bundle file junk.jar cannot be used. It is no jar that can be read.", probes.err().strip());
        assertTrue(probes.out().contains("\"" + PROBE + "\""), probes.out());
    }

    @Test
    void leavesNothingBehindHoweverItEnds() throws Exception {
        drop();
        trust();
        for (String signal : List.of("INT", "KILL")) {
            Shell.Running running = shell.start(script, "lab", "healthy", "--dir", folder.resolve(signal));
            running.awaitOutput("Ctrl-C");
            running.signal(signal);
            running.end();
        }
        for (int i = 0; i < 100 && Shell.contents(shell.temporaryFolder()).size() > 1; i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(""), Shell.contents(shell.temporaryFolder()));
    }

    @Test
    void whatACrashLeftIsSwept() throws Exception {
        drop();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        String host = shell.run("bash", "-c", "printf %s \"$HOSTNAME\"").out();
        Path left = Files.createDirectories(
                shell.temporaryFolder().resolve("rdpclinic-area-" + host + "-" + ended.pid() + ".abcdef/x"));
        assertEquals(0, clinic("--version").status());
        assertFalse(Files.exists(left));
    }
}
