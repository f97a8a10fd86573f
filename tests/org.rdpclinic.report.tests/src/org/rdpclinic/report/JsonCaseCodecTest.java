// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.engine.cases.CaseException;

class JsonCaseCodecTest {

    private final JsonCaseCodec codec = new JsonCaseCodec();

    private static List<Case> all() {
        return List.of(Cases.expired(), Cases.undecided(), Cases.healthy(), Cases.inconclusive());
    }

    private String refused(String json) {
        return assertThrows(CaseException.class,
                () -> codec.decode(json.getBytes(StandardCharsets.UTF_8), "my/case.json")).getMessage();
    }

    private String text(Case c) {
        return new String(codec.encode(c), StandardCharsets.UTF_8);
    }

    @Nested
    class Whole {

        @Test
        void everyPartComesBack() throws CaseException {
            for (Case c : all()) {
                Case back = codec.decode(codec.encode(c), "case.json");
                assertEquals(c.observations().all(), back.observations().all());
                assertEquals(c.diagnosis(), back.diagnosis());
                assertEquals(c.runs(), back.runs());
                assertEquals(c.symptom(), back.symptom());
                assertEquals(c.client(), back.client());
                assertEquals(c.target(), back.target());
                assertEquals(c.origin(), back.origin());
                assertEquals(c.created(), back.created());
                assertEquals(c.id(), back.id());
                assertArrayEquals(codec.encode(c), codec.encode(back));
            }
        }

        @Test
        void aGatewayComesBack() throws CaseException {
            Case c = Cases.healthy();
            Target target = new Target(new HostPort("2001:db8::1", 3390), Optional.of(new HostPort("gw.example", 443)));
            Case through = new Case(c.id(), c.created(), c.origin(), target, c.client(), c.symptom(), c.observations(),
                    c.runs(), c.diagnosis());
            assertEquals(target, codec.decode(codec.encode(through), "case.json").target());
        }

        @Test
        void findingsPointAtObservationsByTheirIndex() {
            assertTrue(text(Cases.expired()).contains("\"observations\" : [7, 9]"), text(Cases.expired()));
        }

        @Test
        void nullIsNeverWritten() {
            all().forEach(c -> assertFalse(text(c).contains("null"), text(c)));
        }
    }

    @Nested
    class Damaged {

        @Test
        void everyCutIsRefusedWithASentenceThatNamesTheFile() {
            byte[] json = new String(codec.encode(Cases.expired()), StandardCharsets.UTF_8).strip()
                    .getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < json.length; length++) {
                byte[] cut = Arrays.copyOf(json, length);
                String sentence = assertThrows(CaseException.class, () -> codec.decode(cut, "my/case.json"),
                        "cut after " + length).getMessage();
                assertTrue(sentence.startsWith("my/case.json ") && sentence.endsWith("."), sentence);
            }
        }

        @Test
        void aChangedByteNeverBreaksTheReader() {
            byte[] json = codec.encode(Cases.undecided());
            Random random = new Random(904);
            int refusals = 0;
            for (int round = 0; round < 4000; round++) {
                byte[] changed = json.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                try {
                    codec.decode(changed, "my/case.json");
                } catch (CaseException e) {
                    refusals++;
                    assertTrue(e.getMessage().startsWith("my/case.json "), e.getMessage());
                }
            }
            assertTrue(refusals > 1000, "only " + refusals + " of 4000 changes were noticed");
        }

        @Test
        void theFieldIsNamed() {
            String json = text(Cases.expired());
            assertEquals("my/case.json is damaged: observations[4].value cannot be 'soon'.",
                    refused(json.replace("\"PT0.000412345S\"", "\"soon\"")));
            assertEquals("my/case.json is damaged: verdict cannot be 'fine'.",
                    refused(json.replace("\"verdict\" : \"problem\"", "\"verdict\" : \"fine\"")));
            assertEquals("my/case.json is damaged: the document lacks the field unexplained.",
                    refused(json.replaceFirst("\"unexplained\" : [0-9.]+,", "")));
            assertEquals("my/case.json is damaged: the document has the field verdickt, which is not known here.",
                    refused(json.replace("\"verdict\"", "\"verdickt\"")));
            assertEquals("my/case.json is damaged: causes[0].for[0].observations[0] points at observation 99, which is "
                    + "not there.", refused(json.replaceFirst("\\[7, 9]", "[99]")));
        }

        @Test
        void whatIsNoCaseIsRefused() {
            assertEquals("my/case.json is empty. It is no case.", refused(""));
            assertEquals("my/case.json is damaged: the document is no object.", refused("[]"));
            assertTrue(refused("{\"a\":1,\"a\":2}").contains("at line 1"), refused("{\"a\":1,\"a\":2}"));
            assertTrue(refused(text(Cases.healthy()) + "{}").contains("behind its end"));
            assertTrue(refused("[".repeat(100_000)).startsWith("my/case.json is damaged"));
            assertTrue(refused("null").endsWith("is no object."));
        }

        @Test
        void aNullIsNoValue() {
            assertEquals("my/case.json is damaged: unexplained is no number.",
                    refused(text(Cases.healthy()).replaceFirst("\"unexplained\" : [0-9.]+", "\"unexplained\" : null")));
        }
    }

    @Test
    void aNewerFormIsToldAsSuch() {
        assertEquals("my/case.json was made by a newer RDP Clinic (its form has version 2, this one reads 1). Read it "
                + "with that one.", refused(text(Cases.healthy()).replace("\"schemaVersion\" : 1",
                        "\"schemaVersion\" : 2")));
        assertEquals("my/case.json was made by a newer RDP Clinic (its form has version 7, this one reads 1). Read it "
                + "with that one.", refused("{\"schemaVersion\":7,\"all\":\"else\"}"));
    }
}
