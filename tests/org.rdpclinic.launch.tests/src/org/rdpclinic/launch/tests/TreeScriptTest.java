// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./clinic} of a source tree, in a small tree of the test's own where a stand-in for Maven works. */
class TreeScriptTest {

    private static final String BUILT = "releng/org.rdpclinic.headless/target/product.stamp";
    private static final String SOURCE = "bundles/some.bundle/src/Some.java";

    @TempDir
    Path scratch;

    Path tree;
    Shell shell;

    @BeforeEach
    void makeATree() throws IOException {
        tree = scratch.resolve("a tree");
        for (String script : new String[] {"clinic", "releng/build.bash",
            "features/org.rdpclinic.core.feature/rootfiles/unix/clinic"}) {
            Files.createDirectories(tree.resolve(script).getParent());
            Files.copy(Product.root().resolve(script), tree.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Shell.write(tree.resolve("pom.xml"), "<project/>");
        Shell.write(tree.resolve(SOURCE), "class Some {}");
        Path product = scratch.resolve("product");
        Product.copyWithEchoTo(product);
        Path place = tree.resolve(Product.place());
        maven("rm -rf '" + place + "'; mkdir -p '" + place.getParent() + "'",
                "cp -R '" + product + "' '" + place + "'",
                "touch '" + tree.resolve(BUILT) + "'");
        shell = new Shell(scratch).with("PATH", scratch.resolve("bin") + ":" + System.getenv("PATH"));
    }

    /** Puts a stand-in for Maven on the search path, which counts its calls. */
    private void maven(String... lines) throws IOException {
        Shell.writeScript(scratch.resolve("bin/mvn"), "#!/bin/bash\n"
                + "case \"$*\" in *-v*) echo 3.99.0; exit;; esac\n"
                + "echo build >>'" + scratch.resolve("builds") + "'\n"
                + String.join("\n", lines) + "\n");
    }

    private long builds() throws IOException {
        Path count = scratch.resolve("builds");
        return Files.exists(count) ? Files.readAllLines(count).size() : 0;
    }

    private Shell.Result clinic(String... arguments) {
        return shell.run(command(arguments));
    }

    private Object[] command(String... arguments) {
        Object[] words = new Object[arguments.length + 1];
        words[0] = tree.resolve("clinic");
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return words;
    }

    @Test
    void buildsAtTheFirstStartWithOneLineOfProgress() throws IOException {
        Shell.Result first = clinic("a b");
        assertEquals("%3Aa+b\n", first.out());
        assertEquals("Building RDP Clinic (first start, about a minute)…\n", first.err());
        Shell.Result second = clinic("a b");
        assertEquals("%3Aa+b\n", second.out());
        assertEquals("", second.err());
        assertEquals(1, builds());
    }

    @Test
    void buildsAgainAfterAChangeOfASource() throws IOException {
        clinic();
        Files.setLastModifiedTime(tree.resolve(SOURCE), FileTime.from(Instant.now().plusSeconds(1)));
        clinic();
        assertEquals(2, builds());
    }

    @Test
    void buildsAgainAfterASourceWasDeleted() throws IOException {
        clinic();
        Files.delete(tree.resolve(SOURCE));
        clinic();
        assertEquals(2, builds());
        clinic();
        assertEquals(2, builds());
    }

    @Test
    void buildsOnceForTwoStartsAtTheSameTime() throws IOException {
        Shell.Running one = shell.start(command("1"));
        Shell.Running two = shell.start(command("2"));
        assertEquals("%3A1\n", one.end().out());
        assertEquals("%3A2\n", two.end().out());
        assertEquals(1, builds());
    }

    @Test
    void namesTheLogOfABuildThatFails() throws IOException {
        maven("echo the reason; exit 1");
        Shell.Result result = clinic();
        assertEquals(4, result.status());
        Path log = tree.resolve(".build/build.log");
        assertEquals("RDP Clinic could not be built; the details are in " + log.toRealPath() + ".",
                result.err().lines().toList().getLast());
        assertEquals("the reason\n", Files.readString(log));
    }

    @Test
    void takesNothingHalfMadeForGood() throws Exception {
        maven("mkdir -p '" + tree.resolve(Product.place()) + "'", "exec sleep 60");
        Shell.Running running = shell.start(command());
        while (builds() == 0) {
            Thread.sleep(20);
        }
        running.signal("INT");
        assertEquals(130, running.end().status());
        assertFalse(Files.exists(tree.resolve(BUILT)));
        maven("exit 1");
        assertEquals(4, clinic().status());
        assertEquals(2, builds());
    }

    @Test
    void startsThroughASymbolicLinkFromAnotherFolder() throws IOException {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), tree.resolve("clinic"));
        assertEquals("%3A-clean\n", shell.in(Path.of("/")).run(link, "-clean").out());
        assertTrue(Files.exists(tree.resolve(BUILT)));
    }
}
