// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.Explainer;
import org.rdpclinic.knowledge.codes.Explanation;
import org.rdpclinic.knowledge.codes.Known;
import org.rdpclinic.knowledge.codes.ParsedCode;

class ExplainerTest {

    private final Explainer explainer = Explainer.load();

    private Explanation page(long first, long second) {
        return explainer.explain(first, OptionalLong.of(second));
    }

    private static List<String> texts(Explanation.Section section) {
        List<String> texts = new ArrayList<>();
        texts.add(section.heading());
        for (Explanation.Block block : section.blocks()) {
            switch (block) {
                case Explanation.Paragraph p -> texts.add(p.text());
                case Explanation.Bullets b -> texts.addAll(b.items());
                case Explanation.Table t -> {
                    texts.addAll(t.headers());
                    t.rows().forEach(texts::addAll);
                }
            }
        }
        return texts;
    }

    private static String text(Explanation page, String id) {
        List<String> texts = new ArrayList<>();
        page.sections().stream().filter(s -> id.isEmpty() || s.id().equals(id)).forEach(s -> texts.addAll(texts(s)));
        return String.join("\n", texts);
    }

    @Nested
    class Flagship {

        private final Explanation page = page(0x904, 7);

        @Test
        void saysThatNeitherNumberNamesACause() {
            assertTrue(page.title().contains("0x904") && page.title().contains("0x7"), page.title());
            assertTrue(text(page, "short").contains("Neither number names a cause"));
            assertTrue(text(page, "short").contains("The stage at which the connection dies is the evidence"));
        }

        @Test
        void saysWhatEachNumberSaysAndDoesNot() {
            assertTrue(text(page, "first").contains("disconnectReasonAtClientWinsockFDCLOSE"));
            assertTrue(text(page, "first").contains("does not say who closed the connection"));
            assertTrue(text(page, "second").contains("exDiscReasonServerDeniedConnection"));
        }

        @Test
        void tellsTheTwoOriginsOfTheExtendedCode() {
            assertTrue(text(page, "second").contains("Set Error Info PDU with code 7"));
            assertTrue(text(page, "second").contains("The client guessed it"));
            assertTrue(text(page, "second").contains("reset every ClientHello"));
        }

        @Test
        void saysWhoClaimsWhatAndWhatContradictsIt() {
            String claims = text(page, "claims");
            assertTrue(claims.contains("0x904 is a fault of licensing"));
            assertTrue(claims.contains("0x808, 0x908 and extended 256 to 267"));
            assertTrue(claims.contains("basic connectivity"));
            assertTrue(claims.contains("NT 4.0"));
        }

        @Test
        void gradesEveryCauseTheBestAttestedFirst() {
            String causes = text(page, "causes");
            for (CauseEntry cause : CauseTexts.load().all()) {
                assertTrue(causes.contains("(" + cause.id() + ")"), cause.id());
            }
            assertTrue(causes.indexOf("certificate-key-unreadable") < causes.indexOf("certificate-expired"));
            assertTrue(causes.indexOf("certificate-expired") < causes.indexOf("licensing-unavailable"));
        }

        @Test
        void saysWhatToAskAndWhatToLookAtFirst() {
            assertTrue(text(page, "ask").contains("When does it break?"));
            assertTrue(text(page, "look").contains("36870"));
            assertTrue(text(page, "endings").contains("RST or FIN on ClientHello"));
            assertTrue(text(page, "believe").contains("MachineKeys"));
        }

        @Test
        void namesItsSources() {
            assertTrue(text(page, "sources").contains("MicrosoftDocs/win32"));
            assertTrue(text(page, "sources").contains("Q192165"));
        }

        @Test
        void withoutTheSecondNumberItAsksForIt() {
            Explanation half = explainer.explain(0x904, OptionalLong.empty());
            assertTrue(text(half, "second").contains("was not given"));
            assertFalse(text(half, "second").contains("two origins"));
        }
    }

    @Nested
    class OtherNumbers {

        @Test
        void aCodeThatPointsToCausesNamesThemAndWhereToLook() {
            Explanation page = explainer.explain(0x204, OptionalLong.empty());
            assertTrue(text(page, "causes").contains("rdp-disabled"));
            assertTrue(text(page, "look").contains("fDenyTSConnections"));
            assertFalse(text(page, "causes").contains("tls-intercepted"));
        }

        @Test
        void aLicensingExtendedCodeTurnsTheFlagshipToLicensing() {
            assertTrue(text(page(0x904, 0x102), "short").contains("licence"));
            assertTrue(text(page(0x904, 0x102), "causes").contains("licensing-unavailable"));
        }

        @Test
        void anOrdinaryEndIsCalledNoFailure() {
            assertTrue(text(explainer.explain(2, OptionalLong.empty()), "short").contains("not a failure"));
        }

        @Test
        void sourcesThatDisagreeAreShownSideBySide() {
            assertTrue(text(explainer.explain(0x408, OptionalLong.empty()), "claims").contains("not allowed"));
        }

        @Test
        void aNumberOfNoListIsPlacedByItsFamily() {
            Explanation page = explainer.explain(0x1204, OptionalLong.empty());
            assertTrue(page.title().contains("socket and network layer"), page.title());
            assertTrue(text(page, "sources").contains("our reading"));
        }

        @Test
        void adviceOnWhatWasTypedComesFirst() {
            ParsedCode.Number typed = (ParsedCode.Number) explainer.tables().parse(CodeKind.DISCONNECT, "904");
            Explanation page = explainer.explain(typed, Optional.empty());
            Explanation.Block first = page.sections().getFirst().blocks().getFirst();
            assertTrue(((Explanation.Paragraph) first).text().contains("0x904"));
        }
    }

    @Nested
    class EveryPage {

        private void wellFormed(Explanation page) {
            assertEquals("short", page.sections().getFirst().id());
            assertEquals("sources", page.sections().getLast().id());
            for (Explanation.Section section : page.sections()) {
                assertFalse(section.blocks().isEmpty(), page.title() + ": " + section.heading());
                assertFalse(section.heading().endsWith("."), section.heading());
                for (Explanation.Block block : section.blocks()) {
                    if (block instanceof Explanation.Paragraph p) {
                        assertTrue(p.text().endsWith("."), p.text());
                    }
                    if (block instanceof Explanation.Bullets b) {
                        assertFalse(b.items().isEmpty(), section.heading());
                    }
                }
            }
        }

        @Test
        void isWholeForEveryListedCode() {
            for (Known known : explainer.tables().all(CodeKind.DISCONNECT)) {
                wellFormed(explainer.explain(known.code(), OptionalLong.empty()));
            }
            for (Known known : explainer.tables().all(CodeKind.EXTENDED)) {
                wellFormed(page(0x904, known.code()));
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2})
        void isWholeForAnyNumbers(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < 1000; i++) {
                wellFormed(page(random.nextInt() & CodeKind.LARGEST, random.nextInt() & 0xFFFF));
            }
        }
    }
}
