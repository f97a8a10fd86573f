// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.keys.TlsKeys;

class KnowledgeBaseTest {

    private static final Finding FINDING = finding("f", 0.01);

    private static Finding finding(String id, double leak) {
        return new Finding(id, Finding.Kind.FAILURE, Optional.empty(), Optional.empty(), false, "it is so",
                "it is not so", leak, "", List.of(new Witness.Differ(TlsKeys.OUTCOME, Optional.empty(), true)));
    }

    private static Cause cause(String id, Map<String, Double> shows) {
        return new Cause(id, "A cause", 0.01, false, shows, CodeLikelihood.UNATTESTED, List.of());
    }

    @Test
    void findingsAndCausesAreFoundById() {
        KnowledgeBase base = KnowledgeBase.of(List.of(FINDING), List.of(cause("c", Map.of("f", 0.5))));
        assertEquals(0.5, base.findCause("c").orElseThrow().chanceOf("f"));
        assertEquals(0, base.findCause("c").orElseThrow().chanceOf("g"));
        assertEquals(Optional.empty(), base.findFinding("g"));
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertRefused("The finding f is there twice.", List.of(FINDING, FINDING), List.of());
        assertRefused("The cause c shows nothing.", List.of(), List.of(cause("c", Map.of())));
        assertRefused("The cause c shows f, which is no finding.", List.of(), List.of(cause("c", Map.of("f", 0.5))));
        assertRefused("The cause c is there twice.", List.of(FINDING),
                List.of(cause("c", Map.of("f", 0.5)), cause("c", Map.of("f", 0.5))));
    }

    @Test
    void chancesLieBetweenZeroAndOne() {
        assertThrows(IllegalArgumentException.class, () -> cause("c", Map.of("f", 1.0)));
        assertThrows(IllegalArgumentException.class, () -> finding("f", 0));
    }

    @Test
    void aCodeSpeaksByAttestationOrByOwnership() {
        CodeLikelihood codes = new CodeLikelihood(0.4, Set.of(2825L), Set.of(9L));
        assertEquals(0.4, codes.chanceOf(symptom(0x904, 7)));
        assertEquals(0.6, codes.chanceOf(symptom(2825, 0)));
        assertEquals(0.6, codes.chanceOf(symptom(0x904, 9)));
        assertEquals(0.05, codes.chanceOf(symptom(516, 0)));
    }

    private static Symptom symptom(long code, long extended) {
        return Symptom.ofCodes(OptionalLong.of(code), OptionalLong.of(extended));
    }

    private static void assertRefused(String sentence, List<Finding> findings, List<Cause> causes) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, () -> KnowledgeBase.of(findings, causes)).getMessage());
    }
}
