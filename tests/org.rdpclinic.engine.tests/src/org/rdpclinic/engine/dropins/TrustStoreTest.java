// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @TempDir
    Path scratch;
    Path file;
    TrustStore store;

    @BeforeEach
    void make() {
        file = scratch.resolve("home/trusted-bundles");
        store = new TrustStore(file);
    }

    @Test
    void knowsAHashAgainByTheNameOfItsFile() throws IOException {
        store.trust("a file.jar", ONE);
        store.trust("b.jar", TWO);
        assertEquals(Map.of("a file.jar", ONE, "b.jar", TWO), new TrustStore(file).read());
        store.trust("b.jar", ONE);
        assertEquals(Map.of("a file.jar", ONE, "b.jar", ONE), new TrustStore(file).read());
    }

    @Test
    void distrustsAContentUnderEveryName() throws IOException {
        store.trust("a.jar", ONE);
        store.trust("copy.jar", ONE);
        store.trust("b.jar", TWO);
        store.distrust("a.jar", ONE);
        assertEquals(Map.of("b.jar", TWO), store.read());
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        store.trust("a.jar", ONE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void countsNothingWhereOthersCanWrite() throws IOException {
        store.trust("a.jar", ONE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));
        String sentence = assertThrows(IOException.class, store::read).getMessage();
        assertTrue(sentence.contains(file.toString()) && sentence.endsWith("."), sentence);
    }

    @Test
    void passesOverLinesThatAreNoneOfIts() throws IOException {
        store.trust("a.jar", ONE);
        Files.writeString(file, "nonsense\n" + TWO + "\n" + TWO + "  b.jar\n");
        assertEquals(Map.of("b.jar", TWO), store.read());
    }
}
