// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.jmx.server.ClinicPort;

class PasswordTest {

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("password");
    }

    private ClinicPort open() throws Exception {
        return ClinicPort.open(MBeanServerFactory.newMBeanServer(), 0, file);
    }

    private void given(String text, String mode) throws Exception {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void isRefused() {
        String sentence = assertThrows(CaseException.class, this::open).getMessage();
        assertTrue(sentence.contains(file.toString()), sentence);
    }

    @Test
    void isMadeOnceAndReadableForItsOwnerAlone() throws Exception {
        open().close();
        String first = Files.readString(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        open().close();
        assertEquals(first, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----"})
    void thatOthersCanReachIsRefused(String mode) throws Exception {
        given("a password that is long enough\n", mode);
        isRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short\n", "two lines of some length\nand more\n"})
    void thatIsNoneIsRefused(String text) throws Exception {
        given(text, "rw-------");
        isRefused();
    }

    @Test
    void behindALinkIsRefused() throws Exception {
        Files.createSymbolicLink(file, Files.writeString(folder.resolve("other"), "a password that is long enough"));
        isRefused();
    }
}
