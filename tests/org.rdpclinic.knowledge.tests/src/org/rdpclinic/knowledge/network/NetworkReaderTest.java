// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;

class NetworkReaderTest {

    private static final String FINDING = """
            {"id": "f", "kind": "failure", "stage": "tls", "leak": 0.01, "whenTrue": "it is", "whenFalse": "it is not",
             "witnesses": [{"any": "(tls.outcome=reset)"}]}""";

    private static Optional<ObservationKey<?>> findKey(String id) {
        for (ObservationKey<?> key : SharedKeys.ALL) {
            if (key.id().equals(id)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static Network ours() {
        return NetworkReader.read(KnowledgeFiles.bundled(), NetworkReader.FILE, NetworkReaderTest::findKey);
    }

    private static Network read(String json) {
        KnowledgeFiles files = name -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return NetworkReader.read(files, "guest.json", NetworkReaderTest::findKey);
    }

    private static String file(String findings, String causes) {
        return "{\"schemaVersion\": 1, \"findings\": [" + findings + "], \"causes\": [" + causes + "]}";
    }

    @Test
    void everyCauseHasTextsAndNumbers() {
        Network network = ours();
        KnowledgeBase base = KnowledgeBase.of(network.findings(), network.causes());
        assertEquals(CauseTexts.load().ids(), Set.copyOf(base.causes().stream().map(Cause::id).toList()));
        assertEquals(List.of("server-closed"),
                base.causes().stream().filter(Cause::remainder).map(Cause::id).toList());
    }

    @Test
    void everyFailureIsShownByACauseAndByTheRemainder() {
        Network network = ours();
        for (Finding finding : network.findings()) {
            long showing = network.causes().stream().filter(cause -> cause.chanceOf(finding.id()) > 0).count();
            boolean remainder = network.causes().stream()
                    .anyMatch(cause -> cause.remainder() && cause.chanceOf(finding.id()) > 0);
            if (finding.kind() == Finding.Kind.FAILURE) {
                assertTrue(showing >= 2 && remainder, finding.id());
                assertTrue(finding.leak() <= 0.001, finding.id());
            } else if (finding.kind() == Finding.Kind.WEAKNESS) {
                assertEquals(0, showing, finding.id() + " is an advisory, never evidence for a cause");
                assertTrue(finding.advice().endsWith("."), finding.id());
            } else {
                assertTrue(showing >= 1, finding.id());
            }
        }
    }

    @Test
    void oneFactIsSharedByTheEndingsOfAStageAlone() {
        Set<String> sets = new HashSet<>();
        ours().findings().forEach(finding -> finding.oneOf().ifPresent(sets::add));
        assertEquals(Set.of("ending-of-connect", "ending-of-answer", "ending-of-hello"), sets);
    }

    @Test
    void aGuestBringsACauseOfItsOwn() {
        Network network = read(file(FINDING, """
                {"id": "dongle-missing", "title": "Dongle missing", "baseRate": "rare", "shows": {"f": 0.9},
                 "codes": [2825], "remedies": ["plug-in"]}"""));
        Cause cause = network.causes().get(0);
        assertEquals("Dongle missing", cause.title());
        assertEquals(0.9, cause.chanceOf("f"));
        assertEquals(Set.of(2825L), cause.codes().codes());
        assertEquals("f", network.findings().get(0).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "(tls.outcome=reset) | (tls.outcom=reset) | no known key",
        "(tls.outcome=reset) | (tls.alert=red) | is no long",
        "(tls.outcome=reset) | (tls.outcome=reset | lacks",
        "\"any\" | \"some\" | exactly one of",
        "\"leak\": 0.01 | \"leak\": 0 | between 0 and 1",
        "\"failure\" | \"mystery\" | unknown value",
        "\"tls\" | \"ssl\" | unknown value",
        "\"whenTrue\" | \"whenTure\" | whenTrue",
        "\"it is\" | \"it is {tls.alret}\" | no known key",
        "[{\"any\": \"(tls.outcome=reset)\"}] | [] | no witness",
    })
    void mistakesNameFilePlaceAndReason(String right, String wrong, String reason) {
        String json = file(FINDING.replace(right, wrong), "");
        KnowledgeException e = assertThrows(KnowledgeException.class, () -> read(json));
        assertTrue(e.getMessage().startsWith("guest.json at ") && e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void aCauseWithoutTextsMustBringItsTitle() {
        KnowledgeException e = assertThrows(KnowledgeException.class,
                () -> read(file(FINDING, "{\"id\": \"x\", \"shows\": {\"f\": 0.5}}")));
        assertTrue(e.getMessage().contains("title"), e.getMessage());
    }

    @Test
    void chancesOutOfRangeAreRefused() {
        KnowledgeException e = assertThrows(KnowledgeException.class,
                () -> read(file(FINDING, "{\"id\": \"clock-skew\", \"shows\": {\"f\": 1.5}}")));
        assertTrue(e.getMessage().contains("between 0 and 1"), e.getMessage());
    }

    @Test
    void aFileForAnotherVersionIsRefused() {
        KnowledgeException e = assertThrows(KnowledgeException.class,
                () -> read("{\"schemaVersion\": 2, \"findings\": [], \"causes\": []}"));
        assertTrue(e.getMessage().contains("schemaVersion"), e.getMessage());
    }
}
