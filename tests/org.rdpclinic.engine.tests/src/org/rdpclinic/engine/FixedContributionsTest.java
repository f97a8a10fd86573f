// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rdpclinic.engine.Guests.ONE;
import static org.rdpclinic.engine.Guests.TWO;
import static org.rdpclinic.engine.Guests.contributions;
import static org.rdpclinic.engine.Guests.guest;
import static org.rdpclinic.engine.Guests.observing;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class FixedContributionsTest {

    private static void assertPassed(FixedContributions contributions, String... ids) {
        assertEquals(List.of(ids), contributions.probes().stream().map(ProbeDeclaration::id).toList(),
                () -> contributions.issues().toString());
    }

    private static String issue(FixedContributions contributions) {
        assertEquals(1, contributions.issues().size(), () -> contributions.issues().toString());
        return contributions.issues().getFirst().what();
    }

    @Test
    void aTakenIdCostsTheLaterProbe() {
        FixedContributions contributions = contributions(guest("a", "", "test.one", observing(ONE, 1)),
                guest("a", "", "test.two", observing(TWO, 1)));
        assertPassed(contributions, "a");
        assertEquals("The probe a of org.example.a has an id that is taken by org.example.a.", issue(contributions));
    }

    @Test
    void theUsersOwnWordCannotBeObserved() {
        FixedContributions contributions =
                contributions(guest("liar", "", "symptom.code", observing(ONE, 1)));
        assertPassed(contributions);
        assertEquals("The probe liar of org.example.liar observes the key symptom.code, which is the user's own word.",
                issue(contributions));
    }

    @Test
    void aKeyThatIsDeclaredNowhereCostsItsProbe() {
        FixedContributions contributions = contributions(guest("a", "", "test.unheard-of", observing(ONE, 1)));
        assertEquals("The probe a of org.example.a observes the key test.unheard-of, which is declared nowhere.",
                issue(contributions));
    }

    @Test
    void aNeedThatNobodyMeetsCostsThoseThatRestOnItToo() {
        FixedContributions contributions = contributions(
                guest("a", "key:test.one", "test.two", observing(TWO, 1)),
                guest("b", "key:test.two", "test.three", observing(Guests.THREE, 1)),
                guest("c", "key:client.protocols", "test.three", observing(Guests.THREE, 1)));
        assertPassed(contributions, "c");
        assertEquals(List.of("The probe a of org.example.a needs the key test.one, which nobody observes.",
                "The probe b of org.example.b needs the key test.two, which nobody observes."),
                contributions.issues().stream().map(ContributionIssue::what).toList());
    }

    @Test
    void aCircleCostsTheGuestThatCloses() {
        FixedContributions contributions = contributions(
                guest("ours", "", "test.one", observing(ONE, 1)),
                guest("next", "key:test.one", "test.two", observing(TWO, 1)),
                guest("late", "key:test.two", "test.one", observing(ONE, 1)));
        assertPassed(contributions, "ours", "next");
        assertEquals("The probe late of org.example.late waits for itself by way of next: a probe that adds to a key "
                + "which others observe declares that it needs that key.", issue(contributions));
    }

    @Test
    void twoThatWaitForEachOtherBothGo() {
        FixedContributions contributions = contributions(
                guest("a", "key:test.two", "test.one", observing(ONE, 1)),
                guest("b", "key:test.one", "test.two", observing(TWO, 1)));
        assertPassed(contributions);
        assertEquals(2, contributions.issues().size());
    }

    @Test
    void needsAreReadAsTheyAreWritten() {
        for (String text : List.of("network", "server:registry", "client:event-log", "key:tcp.outcome")) {
            assertEquals(text, Need.parse(text).text());
        }
        for (String text : List.of("", "net", "server:", "server:disk", "key:", "path:registry")) {
            assertThrows(IllegalArgumentException.class, () -> Need.parse(text), text);
        }
    }

    @Test
    void logsAreReadBeforeTheWireIsProbed() {
        List<ProbeDeclaration> probes = List.of(guest("wire", "network", "test.one", observing(ONE, 1)),
                guest("log", "server:event-log", "test.two", observing(TWO, 1)),
                guest("log-after", "server:event-log key:test.one", "test.two", observing(TWO, 1)));
        ProbeGraph graph = ProbeGraph.of(probes);
        graph.readLogsFirst(probes);
        assertEquals(Set.of("log"), graph.waitsFor("wire"));
        assertEquals(Set.of("wire"), graph.waitsFor("log-after"));
    }
}
