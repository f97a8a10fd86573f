// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Sources;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.windows.EventChannel;
import org.rdpclinic.knowledge.windows.EventEntry;
import org.rdpclinic.knowledge.windows.EventTable;
import org.rdpclinic.knowledge.windows.KeyStoreFacts;
import org.rdpclinic.knowledge.windows.RegistryTable;

class WindowsFactsTest {

    private final JsonNode registry = DataFiles.tree("data/registry.json");
    private final JsonNode events = DataFiles.tree("data/events.json");

    @Nested
    class Registry {

        @Test
        void allValuesAreThereOnce() {
            Set<String> ids = new HashSet<>();
            registry.path("values").forEach(v -> ids.add(v.path("id").asText()));
            assertEquals(71, registry.path("values").size());
            assertEquals(71, ids.size());
            assertTrue(ids.containsAll(Set.of("fDenyTSConnections", "SecurityLayer", "UserAuthentication",
                    "SSLCertificateSHA1Hash", "PortNumber")));
        }

        @Test
        void everyValueHasAKeyOfItsOwnOrOfPolicy() {
            registry.path("values").forEach(v -> assertTrue(v.has("localKey") || v.has("policyKey"),
                    v.path("id").asText()));
        }

        @Test
        void keyFilesAreNamedByTheRuleThatStandsBesideThem() throws Exception {
            JsonNode store = registry.path("keyStore");
            assertTrue(store.path("keyFile").asText().contains(fileOf(store.path("container").asText())));
            for (JsonNode other : store.path("otherKeys")) {
                String container = other.path("container").asText();
                if (container.startsWith("iis")) {
                    assertEquals(fileOf(container), other.path("file").asText(), container);
                }
            }
        }

        private String fileOf(String container) throws Exception {
            byte[] name = (container.toLowerCase(Locale.ROOT) + "\0").getBytes(StandardCharsets.US_ASCII);
            ByteBuffer words = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name))
                    .order(ByteOrder.LITTLE_ENDIAN);
            return String.format("%08x%08x%08x%08x", words.getInt(), words.getInt(), words.getInt(), words.getInt());
        }

        @Test
        void serviceAccountsHaveTheSidThatTheirNameGives() throws Exception {
            String all = registry.path("keyStore").toString();
            assertTrue(all.contains(sidOf("SessionEnv")), sidOf("SessionEnv"));
            assertTrue(all.contains(sidOf("TermService")), sidOf("TermService"));
        }

        private String sidOf(String service) throws Exception {
            byte[] name = service.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE);
            ByteBuffer words = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(name))
                    .order(ByteOrder.LITTLE_ENDIAN);
            StringBuilder sid = new StringBuilder("S-1-5-80");
            while (words.hasRemaining()) {
                sid.append('-').append(Integer.toUnsignedLong(words.getInt()));
            }
            return sid.toString();
        }
    }

    @Nested
    class Events {

        @Test
        void allEventsAndChannelsAreThere() {
            assertEquals(178, events.path("events").size());
            assertEquals(19, events.path("channels").size());
        }

        @Test
        void noEventStandsTwice() {
            Set<String> seen = new HashSet<>();
            for (JsonNode event : events.path("events")) {
                String key = event.path("channel").asText() + "|" + event.path("provider").asText() + "|"
                        + event.path("id").asInt() + "|" + event.path("side").asText();
                assertTrue(seen.add(key), key);
            }
        }

        @Test
        void anIdThatMovedIsThereUnderBothNumbers() {
            Set<Integer> ids = new HashSet<>();
            events.path("events").forEach(e -> ids.add(e.path("id").asInt()));
            for (JsonNode event : events.path("events")) {
                if (event.has("newId")) {
                    assertTrue(ids.contains(event.path("newId").asInt()), event.toString());
                }
            }
        }
    }

    @Nested
    class Readers {

        @Test
        void giveEventsByProviderAndNumber() {
            EventTable table = EventTable.load();
            EventEntry unreadable = table.find("Schannel", 36870).getFirst();
            assertEquals("certificate-key-unreadable", unreadable.pointsTo().getFirst().cause());
            assertTrue(unreadable.countsWhen().orElseThrow().contains("TermService"));
            assertTrue(table.find("Nobody", 36870).isEmpty());
            assertEquals(CodeKind.NT_STATUS,
                    table.find("Microsoft-Windows-Security-Auditing", 4625).getFirst().codes().orElseThrow());
        }

        @Test
        void giveWhatCountsForTheAbsenceOfAnEvent() {
            EventTable table = EventTable.load();
            assertEquals(4, table.coverageRules().size());
            assertTrue(table.gaps().stream().anyMatch(g -> g.means().contains("Private key")));
            assertTrue(table.ownTraces().stream().anyMatch(o -> o.ids().contains(131L)));
            assertTrue(table.channels().stream().anyMatch(c -> c.state() == EventChannel.State.OFF));
        }

        @Test
        void giveValuesWithDefaultAndRange() {
            RegistryTable table = RegistryTable.load();
            assertEquals(3389, table.require("PortNumber").defaultNumber().orElseThrow());
            assertEquals(2, table.require("SecurityLayer").defaultNumber().orElseThrow());
            assertTrue(table.require("SSLCertificateSHA1Hash").defaultNumber().isEmpty());
            assertTrue(table.require("fDenyTSConnections").whenAbsent().isPresent());
            assertTrue(table.require("EditionID").neverChange());
        }

        @Test
        void giveTheAccessThatTheServiceNeeds() {
            KeyStoreFacts store = RegistryTable.load().keyStore();
            assertEquals("TSSecKeySet1", store.container());
            assertTrue(store.entries().stream().anyMatch(e -> e.sid().equals("S-1-5-20") && e.mask() == 0x120089));
            assertTrue(store.token().stream().anyMatch(a -> a.sid().equals("S-1-1-0")));
            assertEquals("O:SYG:SYD:PAI(A;;0x12019f;;;WD)(A;;FA;;;BA)", store.folderSddl());
        }
    }

    @Test
    void everyCauseAndSourceThatAnyFileNamesIsKnown() {
        Set<String> causes = CauseTexts.load().ids();
        Set<String> sources = Sources.load().ids();
        for (String file : DataFiles.SCHEMAS.keySet()) {
            if (!file.endsWith("sources.json")) {
                references(DataFiles.tree(file), file, causes, sources);
            }
        }
    }

    private static void references(JsonNode node, String place, Set<String> causes, Set<String> sources) {
        node.path("pointsTo").forEach(p -> assertTrue(causes.contains(p.path("cause").asText()), place + " " + p));
        node.path("sources").forEach(s -> assertTrue(sources.contains(s.asText()), place + " " + s));
        node.forEach(child -> references(child, place, causes, sources));
    }

    @Test
    void everySourceIsSaidToBeSomewhere() {
        Sources.load().all().forEach(s -> assertTrue(s.where().length() > 8, s.id()));
    }
}
