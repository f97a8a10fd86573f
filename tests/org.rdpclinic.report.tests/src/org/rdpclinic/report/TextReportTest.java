// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.RankedCause.Standing;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.WeighedFinding;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.knowledge.codes.Explanation;

class TextReportTest {

    private static final String ESCAPE = "\u001b";

    static Stream<Case> all() {
        return Stream.of(Cases.expired(), Cases.undecided(), Cases.healthy(), Cases.inconclusive(), hostile());
    }

    static Case hostile() {
        String name = "CN=\u001b]0;owned\u0007\u001b[2J<script>\r\nX: 1\u202e\u0000" + "long".repeat(60) + " 東京サーバー";
        WeighedFinding finding = new WeighedFinding("x", "It is made out to " + name + ".", Double.POSITIVE_INFINITY,
                List.of());
        RankedCause cause = new RankedCause("guest.cause", name, 0.7, Standing.NAMED, List.of(finding), List.of(),
                List.of(), List.of("no-such-remedy"));
        return Cases.of("hostile", name, Symptom.NONE, List.of(Cases.seen(CertificateKeys.SUBJECT, name,
                Subject.certificate("00"), "certificate")), new Diagnosis(Verdict.PROBLEM, List.of(cause), List.of(),
                        0.2,
                        List.of(), List.of(), Cases.ladder(Stage.TLS,
                                StageRow.Outcome.FAILED, name)));
    }

    private static String write(Case c, TextStyle style, boolean verbose) {
        return new TextReport(style, Cases.TITLES).write(c, verbose);
    }

    @Nested
    class Golden {

        @Test
        void aNamedCause() throws Exception {
            TextFiles.compare("expired.txt", write(Cases.expired(), TextStyle.PLAIN, false));
        }

        @Test
        void aNamedCauseWithAllThatIsKnown() throws Exception {
            TextFiles.compare("expired-verbose.txt", write(Cases.expired(), TextStyle.PLAIN, true));
        }

        @Test
        void anUndecidedGroup() throws Exception {
            TextFiles.compare("undecided.txt", write(Cases.undecided(), TextStyle.PLAIN, false));
        }

        @Test
        void healthy() throws Exception {
            TextFiles.compare("healthy.txt", write(Cases.healthy(), TextStyle.PLAIN, false));
        }

        @Test
        void inconclusive() throws Exception {
            TextFiles.compare("inconclusive.txt", write(Cases.inconclusive(), TextStyle.PLAIN, false));
        }

        @Test
        void ascii() throws Exception {
            String text = write(Cases.expired(), new TextStyle(80, false, false), false);
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text);
            TextFiles.compare("expired-ascii.txt", text);
        }

        @Test
        void comparison() throws Exception {
            TextFiles.compare("comparison.txt", new TextComparison(TextStyle.PLAIN, Cases.TITLES)
                    .write(Cases.expired(), Cases.undecided()));
        }

        @Test
        void explanation() throws Exception {
            TextFiles.compare("explanation.txt", new TextExplanation(TextStyle.PLAIN).write(page(), true));
        }
    }

    static Explanation page() {
        return new Explanation("0x904: <closed>", List.of(new Explanation.Section("short", "In short",
                List.of(new Explanation.Paragraph("It says that the socket was closed, and never why."),
                        new Explanation.Bullets(List.of("One thing.", "Another thing."), true))),
                new Explanation.Section("claims", "Who claims what", List.of(
                        new Explanation.Table(List.of("Grade", "Cause"), List.of(List.of("A", "connection-limit"),
                                List.of("", "x & y"))),
                        new Explanation.Table(List.of("What is claimed", "By whom", "What stands against it", "More"),
                                List.of(List.of("It is a fault of licensing", "Many pages of the web, all alike",
                                        "Licensing has codes of its own, and they are official", "Nothing more, "
                                                + "as far as one can tell"), List.of("", "Another page of the web",
                                                        "", "Nothing"))),
                        new Explanation.Bullets(List.of("A point."), false)))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLineFitsAndEndsWithoutBlanks(Case c) {
        for (int width : new int[] {40, 72, 80, 100}) {
            for (boolean verbose : new boolean[] {false, true}) {
                for (String line : write(c, new TextStyle(width, false, true), verbose).split("\n")) {
                    assertEquals(line.stripTrailing(), line);
                    // A line of stages is as broad as its columns, and those need 46.
                    assertTrue(Glyphs.cells(line) <= Math.max(width, 64), width + ": " + line);
                    assertTrue(width < 72 || Glyphs.cells(line) <= width, width + ": " + line);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void colourAddsNothingButColour(Case c) {
        String coloured = write(c, new TextStyle(80, true, true), false);
        assertTrue(coloured.contains(ESCAPE + "[1"));
        assertEquals(write(c, TextStyle.PLAIN, false), coloured.replaceAll(ESCAPE + "\\[[0-9;]*m", ""));
    }

    @Test
    void stagesThatWereNotTriedKeepTheirOwnReasons() {
        TextCanvas canvas = new TextCanvas(TextStyle.PLAIN);
        new TextStages(canvas).write(List.of(
                new StageRow(Stage.CONNECT, "", StageRow.Outcome.NOT_TRIED, Optional.empty(), ""),
                new StageRow(Stage.LOGON, "", StageRow.Outcome.NOT_TRIED, Optional.empty(), "takes a password")));
        assertTrue(canvas.toString().endsWith("  · Not tried: Connect by TCP\n"
                + "  · Not tried (takes a password): Log on\n"), canvas.toString());
    }

    @Test
    void whatAServerSendsNeverReachesTheTerminalAsAControl() {
        String text = write(hostile(), TextStyle.PLAIN, true);
        assertFalse(text.codePoints().anyMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202E)), text);
        assertTrue(text.contains("CN=?]0;owned??[2J<script>"), text);
    }

    @Test
    void theFirstFiveLinesSayWhatIsWrongWhyWhereAndWhatToDo() {
        String top = String.join("\n", write(Cases.expired(), TextStyle.PLAIN, false).lines().limit(5).toList());
        for (String part : List.of("PROBLEM", "fs1.example.net", "Expired certificate", "97%", "past its last day",
                "Start TLS", "192.0.2.10:3389", "Set the clock right")) {
            assertTrue(top.contains(part), part + " is not in\n" + top);
        }
    }

    @Test
    void aLabIsToldInTheSecondLine() {
        String text = write(Cases.undecided(), TextStyle.PLAIN, false);
        assertTrue(text.indexOf("no real host was looked at") < text.indexOf("Why"), text);
    }

    @Test
    void anUnknownIdStandsForItself() {
        assertTrue(new TextReport(TextStyle.PLAIN, Titles.NONE).write(hostile(), false).contains("no-such-remedy"));
        assertEquals("x", Titles.NONE.cause("x"));
    }

    @Test
    void aSymptomWithoutAFaultIsNotCalledHealthy() {
        Case c = Cases.healthy();
        Diagnosis open = new Diagnosis(Verdict.INCONCLUSIVE, List.of(), List.of(), 0.3, List.of(), List.of(),
                c.diagnosis().stages());
        String text = write(Cases.of("c", "", Cases.inconclusive().symptom(), List.of(), open), TextStyle.PLAIN, false)
                .replaceAll("\\s+", " ");
        assertTrue(text.startsWith("INCONCLUSIVE: Remote Desktop to fs1.example.net answers here as it should, but you "
                + "saw"), text);
    }
}
