// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.CodeMeaning;
import org.rdpclinic.knowledge.codes.CodeTables;
import org.rdpclinic.knowledge.codes.Known;
import org.rdpclinic.knowledge.codes.PlacedByFamily;

class CodeTablesTest {

    private final CodeTables tables = CodeTables.loadChecked(KnowledgeFiles.bundled());

    @Nested
    class Completeness {

        @Test
        void everyListHasAllItsCodes() {
            Map<CodeKind, Integer> expected = Map.of(CodeKind.DISCONNECT, 146, CodeKind.EXTENDED, 43,
                    CodeKind.ERROR_INFO, 119, CodeKind.NEGOTIATION, 6, CodeKind.TLS_ALERT, 34, CodeKind.NT_STATUS, 18,
                    CodeKind.LICENSING, 9);
            expected.forEach((kind, count) -> assertEquals(count, tables.all(kind).size(), kind.id()));
        }

        @Test
        void microsoftNamesFortySevenDisconnectCodes() {
            assertEquals(47, tables.all(CodeKind.DISCONNECT).stream().filter(Known::official).count());
        }

        @ParameterizedTest
        @CsvSource({"DISCONNECT,0x904,disconnectReasonAtClientWinsockFDCLOSE", "DISCONNECT,0x1B07,SSL_ERR_CERT_EXPIRED",
            "DISCONNECT,0x204,disconnectReasonSocketConnectFailed", "DISCONNECT,0xD07,SSL_ERR_ACCOUNT_LOCKED_OUT",
            "EXTENDED,0x7,exDiscReasonServerDeniedConnection", "EXTENDED,0x101,exDiscReasonLicenseNoLicenseServer",
            "ERROR_INFO,0x10F3,ERRINFO_REMOTEAPP_NOT_ENABLED", "ERROR_INFO,0x9,ERRINFO_SERVER_INSUFFICIENT_PRIVILEGES",
            "NEGOTIATION,0x3,SSL_CERT_NOT_ON_SERVER", "NEGOTIATION,0x5,HYBRID_REQUIRED_BY_SERVER",
            "TLS_ALERT,0x28,handshake_failure", "TLS_ALERT,0x46,protocol_version",
            "NT_STATUS,0xC000006A,STATUS_WRONG_PASSWORD", "LICENSING,0x6,ERR_NO_LICENSE_SERVER"})
        void officialConstantsStandAtTheirNumbers(CodeKind kind, String hex, String constant) {
            Known known = tables.find(kind, Long.decode(hex)).orElseThrow();
            assertEquals(constant, known.constant().orElseThrow());
            assertTrue(known.official());
        }

        @Test
        void licensingHasCodesOfItsOwnAndTheFlagshipIsNoneOfThem() {
            assertEquals("licensing", known(CodeKind.DISCONNECT, 2056).category());
            assertEquals("network", known(CodeKind.DISCONNECT, 2308).category());
        }

        @Test
        void theProtocolBitsOfTheNegotiationAreNamed() {
            assertTrue(tables.bits(CodeKind.NEGOTIATION).stream()
                    .anyMatch(b -> b.field().equals("protocols") && b.value() == 2
                            && b.constant().equals("PROTOCOL_HYBRID")));
        }

        private Known known(CodeKind kind, long code) {
            return tables.find(kind, code).orElseThrow();
        }
    }

    @Nested
    class Families {

        @ParameterizedTest
        @CsvSource({"0x1204,socket", "0x5506,security", "0x6607,tls-credssp", "0x7708,client", "0x4409,negotiation",
            "0x660A,smart-card", "0x2000099,remoteapp", "0x3000099,gateway", "0x80070040,hresult", "0xC8,session-end",
            "0x12345678,unplaced", "0x12F0,unplaced"})
        void anUnlistedDisconnectCodeIsPlacedByItsBytes(String hex, String family) {
            CodeMeaning meaning = tables.disconnect(Long.decode(hex));
            assertInstanceOf(PlacedByFamily.class, meaning);
            assertEquals(family, meaning.family().id());
        }

        @ParameterizedTest
        @CsvSource({"0x10B0,protocol", "0x4FF,broker", "0x1F0,licensing", "0x3FF,credentials", "0xF0,administrative",
            "0x9000,unplaced"})
        void anUnlistedExtendedCodeIsPlacedByItsRange(String hex, String family) {
            CodeMeaning meaning = tables.extended(Long.decode(hex));
            assertInstanceOf(PlacedByFamily.class, meaning);
            assertEquals(family, meaning.family().id());
        }

        @Test
        void anExtendedCodeThatItsListLacksIsTakenFromTheErrorInfoCodes() {
            Known known = assertInstanceOf(Known.class, tables.extended(0x10CA));
            assertEquals(CodeKind.ERROR_INFO, known.kind());
            assertEquals("ERRINFO_UNKNOWN_PDU_TYPE", known.constant().orElseThrow());
        }

        @Test
        void everyListedNumberOfADialogHasAFamily() {
            for (CodeKind kind : Set.of(CodeKind.DISCONNECT, CodeKind.EXTENDED, CodeKind.ERROR_INFO)) {
                tables.all(kind).forEach(k -> assertFalse(k.family().id().equals("unplaced"), k.sentence()));
            }
        }

        @Test
        void aNumberOfNoFamilyGetsASentenceAllTheSame() {
            String sentence = tables.disconnect(904).sentence();
            assertTrue(sentence.contains("nothing can be read from the number"), sentence);
            assertFalse(sentence.contains("Its family is"), sentence);
        }

        @Test
        void anHresultIsTakenApart() {
            assertTrue(tables.disconnect(0x80070040L).sentence().contains("error 64 of facility 7"));
        }

        @ParameterizedTest
        @EnumSource(CodeKind.class)
        void noCodeIsEverShownBare(CodeKind kind) {
            Random random = new Random(2308);
            for (int i = 0; i < 10_000; i++) {
                long code = random.nextLong() & CodeKind.LARGEST >>> random.nextInt(32);
                CodeMeaning meaning = tables.meaning(kind, code);
                assertTrue(meaning.sentence().startsWith(meaning.display()), meaning.sentence());
                assertTrue(meaning.sentence().endsWith("."), meaning.sentence());
                assertTrue(meaning.meaning().length() > 15, meaning.sentence());
                assertFalse(meaning.family().title().isBlank());
            }
        }

        @Test
        void aNumberBeyondThirtyTwoBitsIsRefused() {
            assertThrows(IllegalArgumentException.class, () -> tables.disconnect(-1));
            assertThrows(IllegalArgumentException.class, () -> tables.disconnect(CodeKind.LARGEST + 1));
        }
    }

    @Nested
    class Disagreements {

        @Test
        void theFlagshipNamesWhoSaysWhat() {
            Known closed = tables.find(CodeKind.DISCONNECT, 0x904).orElseThrow();
            Set<String> who = new HashSet<>();
            closed.disagreements().forEach(d -> who.add(d.source()));
            assertTrue(who.containsAll(Set.of("win32-ondisconnected", "kb-q192165", "spam")), who.toString());
            assertEquals(4, closed.readings().size());
        }

        @Test
        void whereTwoSourcesDifferBothAreHeard() {
            for (CodeKind kind : CodeKind.values()) {
                for (Known known : tables.all(kind)) {
                    if (!known.disagreements().isEmpty() && known.code() != 12 && known.code() != 0xE08) {
                        assertTrue(known.disagreements().size() >= 2, known.sentence());
                    }
                }
            }
        }
    }

    @Nested
    class Numbers {

        @Test
        void areShownAsPeopleMeetThem() {
            assertEquals("0x904 (2308)", CodeKind.DISCONNECT.display(2308));
            assertEquals("0x7", CodeKind.EXTENDED.display(7));
            assertEquals("0xC000006A", CodeKind.NT_STATUS.display(0xC000006AL));
            assertEquals("70", CodeKind.TLS_ALERT.display(70));
        }
    }
}
