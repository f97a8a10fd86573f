// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.codes.CodeTables;
import org.rdpclinic.knowledge.codes.Explainer;
import org.rdpclinic.knowledge.windows.EventTable;
import org.rdpclinic.knowledge.windows.RegistryTable;

class LoadErrorsTest {

    private static void loadAll(KnowledgeFiles files) {
        CodeTables.loadChecked(files);
        EventTable.loadChecked(files);
        RegistryTable.loadChecked(files);
        Explainer.load(files);
    }

    private static KnowledgeException refused(KnowledgeFiles files) {
        KnowledgeException e = assertThrows(KnowledgeException.class, () -> loadAll(files));
        assertTrue(e.getMessage().startsWith(e.file()) && e.getMessage().endsWith("."), e.getMessage());
        return e;
    }

    @Nested
    class OneChangedPlace {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "data/codes/disconnect.json | \"isError\": | \"isErorr\": | \"isError\" is missing",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": 0, | stands twice",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": \"1\", | is not a whole number",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": 4294967296, | does not have 32 bits",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": 1, \"code\": 2, | not well-formed",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": 1, \"extra\": 2, | unknown member \"extra\"",
            "data/codes/disconnect.json | \"code\": 1, | \"code\": null, | null is not allowed",
            "data/codes/disconnect.json | \"name-unresolved\" | \"name-unsolved\" | unknown cause \"name-unsolved\"",
            "data/codes/extended.json | \"win32-extended\" | \"win33\" | unknown source \"win33\"",
            "data/codes/extended.json | \"category\": \"user\" | \"category\": \"use\" | unknown category",
            "data/codes/extended.json | \"kind\": \"extended\" | \"kind\": \"nt-status\" | was expected",
            "data/codes/nt-status.json | \"schemaVersion\": 1 | \"schemaVersion\": 2 | only 1 is known",
            "data/causes.json | \"stage\": \"tls\" | \"stage\": \"tsl\" | unknown value \"tsl\"",
            "data/causes.json | \"baseRate\": \"common\" | \"baseRate\": \"often\" | unknown value \"often\"",
            "data/causes.json | \"sync-clock\" | \"sync-clocks\" | unknown remedy \"sync-clocks\"",
            "data/causes.json | \"clock-skew\" | \"clock-skews\" | unknown cause \"clock-skews\"",
            "data/remedies.json | \"risk\": \"medium\" | \"risk\": \"some\" | unknown value \"some\"",
            "data/remedies.json | \"id\": \"rebind-certificate\" | \"id\": \"sync-clock\" | stands twice",
            "data/events.json | \"path-lossy\" | \"path-lousy\" | unknown cause \"path-lousy\"",
            "data/events.json | \"state\": \"on\" | \"state\": \"often\" | unknown value \"often\"",
            "data/events.json | \"id\": 1025, | \"id\": 1024, | stands twice",
            "data/registry.json | \"effectWhenWrong\": | \"effect\": | \"effectWhenWrong\" is missing",
            "data/registry.json | \"id\": \"PortNumber\" | \"id\": \"fDenyTSConnections\" | stands twice",
            "data/registry.json | \"mask\": 2032127 | \"mask\": \"full\" | is not a whole number",
            "data/explain.json | \"slot\": \"ask\" | \"slot\": \"asks\" | unknown slot",
            "data/endings.json | \"stage\": \"connect\" | \"stage\": \"conect\" | unknown value",
            "data/sources.json | \"title\": | \"titel\": | \"title\" is missing"})
        void isNamedWithFileAndPlace(String file, String old, String replacement, String said) {
            KnowledgeException e = refused(DataFiles.changed(file, old, replacement));
            assertEquals(file, e.file());
            assertTrue(e.getMessage().contains(said), e.getMessage());
            assertTrue(e.place().contains("line "), e.place());
        }
    }

    @Nested
    class WholeFiles {

        @Test
        void aMissingFileIsNamed() {
            KnowledgeException e = refused(name -> {
                if (name.equals("data/remedies.json")) {
                    throw new FileNotFoundException(name);
                }
                return KnowledgeFiles.bundled().open(name);
            });
            assertEquals("data/remedies.json", e.file());
        }

        @Test
        void aFileCutShortIsNamedWithTheLine() {
            String content = DataFiles.text("data/causes.json");
            KnowledgeException e = refused(DataFiles.with("data/causes.json", content.substring(0, 5000)));
            assertEquals("data/causes.json", e.file());
            assertTrue(e.place().startsWith("line "), e.place());
        }

        @Test
        void somethingBehindTheEndIsRefused() {
            String content = DataFiles.text("data/causes.json");
            assertTrue(refused(DataFiles.with("data/causes.json", content + "{}")).problem().contains("follows"));
        }

        @ParameterizedTest
        @CsvSource({"[]", "''", "7"})
        void whatIsNoObjectIsRefused(String content) {
            assertThrows(KnowledgeException.class,
                    () -> CauseTexts.loadChecked(DataFiles.with("data/causes.json", content)));
        }

        @Test
        void aBottomlessFileEndsInASentence() {
            String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
            assertTrue(refused(DataFiles.with("data/causes.json", deep)).problem().contains("nested too deep"));
        }
    }

    @Test
    void theBundledFilesLoad() {
        loadAll(KnowledgeFiles.bundled());
    }
}
