// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;

class CaseStoreTest {

    private static final Target TARGET = Target.direct("TS01.example", 3389);

    @TempDir
    private Path temporary;
    private Path folder;
    private CaseStore store;

    @BeforeEach
    void open() {
        folder = temporary.resolve("cases");
        store = new CaseStore(folder, new PlainCodec());
    }

    private static Case content(String id) {
        return PlainCodec.of(id, TARGET, "");
    }

    private String loadRefusal(String id) {
        String sentence = assertThrows(CaseException.class, () -> store.load(id)).getMessage();
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }

    @Nested
    class Keeping {

        @Test
        void whatIsSavedIsReadByIdFolderAndFile() throws Exception {
            Path place = store.save(content("a-1"));
            assertEquals("a-1", store.load("a-1").id());
            assertEquals("a-1", store.load(place.toString()).id());
            assertEquals("a-1", store.load(place.resolve("case.json").toString()).id());
        }

        @Test
        void aCaseIsNamedByTargetMinuteAndNumber() throws Exception {
            assertEquals("ts01-example-20261121-0445-1", store.newId(TARGET, PlainCodec.CREATED));
            assertEquals("ts01-example-20261121-0445-1", store.saveNew(content("x")).id());
            assertEquals("ts01-example-20261121-0445-2", store.saveNew(content("x")).id());
            assertEquals("ts01-example-20261121-0445-3", store.newId(TARGET, PlainCodec.CREATED));
            assertEquals("ts01-example-20261121-0445-2", store.load("ts01-example-20261121-0445-2").id());
        }

        @Test
        void oddHostsMakeOrderlyNames() {
            assertEquals("2001-db8-1-20261121-0445-1",
                    CaseIds.of(Target.direct("2001:db8::1", 3389), PlainCodec.CREATED, 1));
            assertEquals("case-20261121-0445-7", CaseIds.of(Target.direct("äö", 3389), PlainCodec.CREATED, 7));
            assertTrue(CaseIds.isId(CaseIds.of(Target.direct("a".repeat(253), 3389), PlainCodec.CREATED, 1)));
        }

        @Test
        void nobodyElseCanLookIntoACase() throws Exception {
            Path place = store.save(content("a-1"));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        }

        @Test
        void savingAgainLeavesNothingBehind() throws Exception {
            Path place = store.save(content("a-1"));
            store.save(PlainCodec.of("a-1", TARGET, "again"));
            assertEquals("again", store.load("a-1").origin());
            try (Stream<Path> files = Files.list(place)) {
                assertEquals(Set.of(".lock", "case.json"),
                        Set.copyOf(files.map(file -> file.getFileName().toString()).toList()));
            }
        }

        @Test
        void aReaderNeverMeetsHalfACase() throws Exception {
            store.save(content("a-1"));
            byte[] one = Files.readAllBytes(folder.resolve("a-1/case.json"));
            try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
                Future<?> writing = writer.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        store.save(PlainCodec.of("a-1", TARGET, i % 2 == 0 ? "x".repeat(200_000) : ""));
                    }
                    return null;
                });
                while (!writing.isDone()) {
                    store.load("a-1");
                }
                writing.get();
            }
            assertArrayEquals(one, Files.readAllBytes(folder.resolve("a-1/case.json")));
        }

        @Test
        void deletingTakesTheFolderAway() throws Exception {
            Path place = store.save(content("a-1"));
            store.delete("a-1");
            assertFalse(Files.exists(place));
            assertEquals("There is no case a-1; './clinic cases' lists those that there are.",
                    assertThrows(CaseException.class, () -> store.delete("a-1")).getMessage());
        }

        @Test
        void nothingOutsideIsTouched() throws Exception {
            store.save(content("a-1"));
            for (String id : List.of("../a", "a/b", "", ".", "..", "A")) {
                assertThrows(CaseException.class, () -> store.delete(id), id);
                assertThrows(CaseException.class, () -> store.save(content(id)), id);
            }
        }
    }

    @Nested
    class Damaged {

        @Test
        void aCaseCutAnywhereIsRefusedWithASentence() throws Exception {
            Path file = store.save(content("a-1")).resolve("case.json");
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length++) {
                Files.write(file, Arrays.copyOf(whole, length));
                loadRefusal("a-1");
            }
        }

        @Test
        void aCaseOfANewerClinicIsRefusedWithASentence() throws Exception {
            Path file = store.save(content("a-1")).resolve("case.json");
            Files.writeString(file, "2|something|else");
            assertTrue(loadRefusal("a-1").contains("newer"));
        }

        @Test
        void aCodecThatBreaksIsASentence() throws Exception {
            Path file = store.save(content("a-1")).resolve("case.json");
            Files.writeString(file, "1|a-1|:99999|x|end");
            assertTrue(loadRefusal("a-1").contains("damaged"));
        }

        @Test
        void theListShowsThemWithTheReasonAndTheOthersFirst() throws Exception {
            store.save(content("b-1"));
            Files.writeString(store.save(content("a-1")).resolve("case.json"), "rubbish");
            Files.createDirectories(folder.resolve("empty"));
            Files.writeString(folder.resolve("a-file"), "no case");
            List<CaseSummary> list = store.list();
            assertEquals(List.of("b-1", "a-1", "empty"), list.stream().map(CaseSummary::id).toList());
            assertEquals("TS01.example", list.getFirst().readable().orElseThrow().target());
            assertTrue(assertInstanceOf(CaseSummary.Unreadable.class, list.get(1)).reason().contains("damaged"));
            assertInstanceOf(CaseSummary.Unreadable.class, list.get(2));
        }

        @Test
        void aFolderThatIsNotThereIsAnEmptyList() throws Exception {
            assertEquals(List.of(), store.list());
            assertEquals("There is no case a-1; './clinic cases' lists those that there are.", loadRefusal("a-1"));
        }
    }

    @Nested
    class Crowded {

        @Test
        void twoStoresGiveNoNameTwice() throws Exception {
            CaseStore other = new CaseStore(folder, new PlainCodec());
            Set<String> ids = ConcurrentHashMap.newKeySet();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Callable<Boolean>> saves = new ArrayList<>();
                for (CaseStore each : List.of(store, other)) {
                    for (int i = 0; i < 20; i++) {
                        saves.add(() -> ids.add(each.saveNew(content("x")).id()));
                    }
                }
                List<Future<Boolean>> saved = threads.invokeAll(saves);
                for (Future<Boolean> one : saved) {
                    assertTrue(one.get());
                }
            }
            assertEquals(40, store.list().stream().filter(one -> one.readable().isPresent()).count());
        }

        @Test
        void aCaseThatAnotherHoldsIsASentenceAndStaysAsItIs() throws Exception {
            Path place = store.save(content("a-1"));
            try (FileChannel channel = FileChannel.open(place.resolve(".lock"), StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assertTrue(lock.isValid());
                CaseException e = assertThrows(CaseException.class,
                        () -> store.save(PlainCodec.of("a-1", TARGET, "again")));
                assertTrue(e.getMessage().contains("another clinic is writing"), e.getMessage());
            }
            assertEquals("", store.load("a-1").origin());
        }
    }

    @Nested
    class Hindered {

        @Test
        void aFileInTheWayIsASentence() throws Exception {
            Files.writeString(folder, "in the way");
            String sentence = assertThrows(CaseException.class, () -> store.saveNew(content("x"))).getMessage();
            assertTrue(sentence.startsWith("The case cannot be kept in "), sentence);
            assertTrue(sentence.endsWith("a file lies where a folder is due."), sentence);
        }

        @Test
        void whatTheSystemSaysBecomesASentence() {
            assertEquals("the disk is full.", FileSentences.of(new IOException("No space left on device")));
            assertEquals("access is denied.", FileSentences.of(new AccessDeniedException("/x")));
            assertEquals("the disk is read-only.",
                    FileSentences.of(new FileSystemException("/x", null, "Read-only file system")));
            assertEquals("the system gives no reason.", FileSentences.of(new IOException("")));
        }

        @Test
        void aCodecsBytesAreKeptAsTheyAre() throws Exception {
            Path place = store.save(content("a-1"));
            assertEquals("1|a-1|TS01.example:3389||end",
                    Files.readString(place.resolve("case.json"), StandardCharsets.UTF_8));
        }
    }
}
