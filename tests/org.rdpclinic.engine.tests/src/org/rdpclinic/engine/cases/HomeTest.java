// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path temporary;

    private static Path folder(Map<String, String> environment, String system) throws CaseException {
        return Home.of(environment, system, "/home/ann").folder();
    }

    @Test
    void theVariableBeatsThePlatform() throws Exception {
        assertEquals(Path.of("/srv/clinic"), folder(Map.of("RDPCLINIC_HOME", "/srv/clinic", "XDG_DATA_HOME", "/xdg"),
                "Linux"));
    }

    @Test
    void linuxFollowsXdg() throws Exception {
        assertEquals(Path.of("/xdg/rdpclinic"), folder(Map.of("XDG_DATA_HOME", "/xdg"), "Linux"));
        assertEquals(Path.of("/home/ann/.local/share/rdpclinic"), folder(Map.of(), "Linux"));
        assertEquals(Path.of("/home/ann/.local/share/rdpclinic"),
                folder(Map.of("XDG_DATA_HOME", "relative"), "Linux"));
    }

    @Test
    void windowsAndMacOsHaveTheirOwnPlaces() throws Exception {
        assertEquals(Path.of("/local/RDP Clinic"), folder(Map.of("LOCALAPPDATA", "/local"), "Windows 11"));
        assertEquals(Path.of("/home/ann/Library/Application Support/RDP Clinic"), folder(Map.of(), "Mac OS X"));
    }

    @Test
    void aUserWithoutAFolderIsASentence() {
        assertTrue(assertThrows(CaseException.class, () -> Home.of(Map.of(), "Linux", "?")).getMessage()
                .contains("RDPCLINIC_HOME"));
    }

    @Test
    void foldersAreMadeWhenNeededAndForTheUserAlone() throws Exception {
        Home home = new Home(temporary.resolve("deep/home"));
        assertFalse(Files.exists(home.folder()));
        for (Path made : new Path[] { home.cases(), home.lab(), home.log(), home.folder() }) {
            assertTrue(Files.isDirectory(made));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        }
        assertEquals(home.folder().resolve("settings.json"), home.settingsFile());
        assertFalse(Files.exists(home.settingsFile()));
    }

    @Test
    void aHomeThatCannotBeMadeIsASentence() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        String sentence = assertThrows(CaseException.class, () -> new Home(file).cases()).getMessage();
        assertTrue(sentence.contains("cannot be made") && sentence.contains("RDPCLINIC_HOME"), sentence);
    }
}
