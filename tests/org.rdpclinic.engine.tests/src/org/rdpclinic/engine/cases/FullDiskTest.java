// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;

/** On a disk of 64 KiB where the tests may mount one, else in a folder that cannot be written. */
class FullDiskTest {

    private static final Target TARGET = Target.direct("ts01.example", 3389);

    @TempDir
    private Path temporary;

    private static boolean run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFullDiskIsASentenceAndWhatWasThereStays() throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        if (!run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString())) {
            assertAFolderThatCannotBeWrittenIsASentence(disk);
            return;
        }
        try {
            CaseStore store = new CaseStore(disk, new PlainCodec());
            Case small = store.saveNew(PlainCodec.of("x", TARGET, ""));
            Case large = PlainCodec.of(small.id(), TARGET, "x".repeat(200_000));

            String again = assertThrows(CaseException.class, () -> store.save(large)).getMessage();
            assertTrue(again.endsWith("the disk is full."), again);
            String another = assertThrows(CaseException.class, () -> store.saveNew(large)).getMessage();
            assertTrue(another.endsWith("the disk is full."), another);

            assertEquals("", store.load(small.id()).origin());
            assertEquals(List.of(small.id()), store.list().stream().map(CaseSummary::id).toList());
            try (Stream<Path> files = Files.list(disk.resolve(small.id()))) {
                assertEquals(2, files.count());
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void assertAFolderThatCannotBeWrittenIsASentence(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        Assumptions.assumeFalse(Files.isWritable(folder), "Neither can a disk be mounted nor a folder be closed here.");
        CaseStore store = new CaseStore(folder, new PlainCodec());
        String sentence = assertThrows(CaseException.class,
                () -> store.saveNew(PlainCodec.of("x", TARGET, ""))).getMessage();
        assertTrue(sentence.endsWith("access is denied."), sentence);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
