// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.cli.internal.terminal.Terminal;

class BundlesTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    private void drop() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example.guest");
        Path file = Files.createDirectories(folder.resolve("home/dropins")).resolve("guest.jar");
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private void lists(String state) {
        shell.run("bundles");
        String what = state.equals("trusted") ? "org[.]example.*" : "It waits .*";
        assertTrue(shell.out().lines().anyMatch(line -> line.matches("guest[.]jar +" + state + " +" + what)),
                shell.out());
    }

    @Test
    void saysWhereBundleFilesGoWhenThereAreNone() {
        assertEquals(0, shell.run("bundles"), shell.err());
        assertEquals("There are no bundle files in " + folder.resolve("home/dropins") + ".", shell.err().strip());
    }

    @Test
    void asksOnATerminalAndTakesOnlyAYesForOne() throws IOException {
        drop();
        lists("untrusted");
        shell.terminals = Set.of(Terminal.Stream.IN, Terminal.Stream.OUT);
        shell.typed = "\n";
        assertEquals(3, shell.run("bundles", "trust", "guest.jar"), shell.err());
        assertTrue(shell.err().contains("SHA-256: ") && shell.err().contains("contributes: nothing"), shell.err());
        lists("untrusted");
        shell.typed = "y\n";
        assertEquals(0, shell.run("bundles", "trust", "guest.jar"), shell.err());
        lists("trusted");
    }

    @Test
    void withoutATerminalItWantsToBeToldYes() throws IOException {
        drop();
        assertEquals(2, shell.run("bundles", "trust", "guest.jar"));
        assertTrue(shell.err().contains("--yes"), shell.err());
        assertEquals(0, shell.run("bundles", "trust", "guest.jar", "--yes"), shell.err());
        lists("trusted");
        assertEquals(0, shell.run("bundles", "distrust", "guest.jar"), shell.err());
        lists("untrusted");
    }

    @Test
    void refusesFilesThatAreNotThere() throws IOException {
        drop();
        assertEquals(2, shell.run("bundles", "trust", "guets.jar", "--yes"));
        assertTrue(shell.err().contains("Did you mean 'guest.jar'?"), shell.err());
        assertEquals(2, shell.run("bundles", "trust", "/elsewhere/guest.jar", "--yes"));
        assertTrue(shell.err().contains("does not lie in"), shell.err());
        assertEquals(2, shell.run("bundles", "praise", "guest.jar"));
        assertEquals(2, shell.run("bundles", "trust"));
    }
}
