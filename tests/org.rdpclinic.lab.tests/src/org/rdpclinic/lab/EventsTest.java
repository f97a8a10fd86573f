// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.host.EventRecord;

class EventsTest {

    private static final String CORE = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational";
    private static final String MANAGER = "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational";

    private static List<EventRecord> at(LabRun run, String channel, Instant time) throws Exception {
        return run.state().events(channel).stream().filter(record -> record.time().equals(time)).toList();
    }

    private static List<Integer> ids(List<EventRecord> records) {
        return records.stream().map(EventRecord::eventId).toList();
    }

    @Nested
    class ForeignAttempt {

        private static final Instant BEFORE = Lab.NOW.minus(Duration.ofMinutes(10));

        @Test
        void aHealthyHostHasLetOneIn() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                assertEquals(List.of(131, 65, 98), ids(at(run, CORE, BEFORE)));
                assertEquals(List.of(261, 1149), ids(at(run, MANAGER, BEFORE)));
                assertEquals("192.0.2.44:51712", at(run, CORE, BEFORE).getFirst().fields().get("ClientIP"));
            }
        }

        @ParameterizedTest
        @CsvSource({"certificate-key-unreadable, 36870", "tls-version-mismatch, 36874", "connection-limit, 71"})
        void whereItFailsTheSystemLogSaysWhy(String id, int event) throws Exception {
            try (LabRun run = Lab.play(id)) {
                assertEquals(event, at(run, "System", BEFORE).getFirst().eventId());
                assertEquals(List.of(261), ids(at(run, MANAGER, BEFORE)));
            }
        }

        @ParameterizedTest
        @CsvSource({"rdp-disabled", "service-down-silent", "port-filtered", "forwarder-target-down", "not-rdp"})
        void whereNothingArrivesNothingIsLogged(String id) throws Exception {
            try (LabRun run = Lab.play(id)) {
                assertEquals(List.of(), at(run, CORE, BEFORE));
                assertEquals(List.of(), at(run, MANAGER, BEFORE));
            }
        }

        @Test
        void anotherClientsMistakeIsNotItsOwn() throws Exception {
            try (LabRun run = Lab.play("nla-mismatch")) {
                assertTrue(ids(at(run, MANAGER, BEFORE)).contains(1149));
            }
        }

        @Test
        void eachMemberOfAFarmHasHadOne() throws Exception {
            try (LabRun run = Lab.play("farm-one-bad")) {
                for (int member = 1; member <= 3; member++) {
                    boolean bad = run.state().member(member).events("System").stream()
                            .anyMatch(record -> record.eventId() == 36870);
                    assertEquals(member == 2, bad, "member " + member);
                }
            }
        }
    }

    @Nested
    class OwnConnections {

        @Test
        void theyAreLoggedWithSourceAddressAndPort() throws Exception {
            try (LabRun run = Lab.play("nla-mismatch")) {
                new Wire(run).asItsClient();
                EventRecord accepted = at(run, CORE, Lab.NOW).getFirst();
                assertEquals(131, accepted.eventId());
                assertTrue(accepted.fields().get("ClientIP").matches("127\\.0\\.0\\.1:[0-9]+"));
            }
        }

        @Test
        void anUnreadableKeyIsLoggedByTheServicesOwnProcess() throws Exception {
            try (LabRun run = Lab.play("certificate-key-unreadable")) {
                new Wire(run).asItsClient();
                EventRecord record = at(run, "System", Lab.NOW).getFirst();
                assertEquals(36870, record.eventId());
                assertEquals("Schannel", record.provider());
                assertEquals("server", record.fields().get("Type"));
                assertEquals("0x8009030D", record.fields().get("ErrorCode"));
                assertEquals("10001", record.fields().get("ErrorStatus"));
            }
        }

        @Test
        void anAlertIsLoggedWithItsNumber() throws Exception {
            try (LabRun run = Lab.play("tls-version-mismatch")) {
                new Wire(run).asItsClient();
                EventRecord alert = at(run, "System", Lab.NOW).get(1);
                assertEquals(36888, alert.eventId());
                assertEquals("70", alert.fields().get("AlertDesc"));
            }
        }

        @Test
        void noVersionLeftIsLoggedAsAMissingCredential() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                run.state().setRegistry(LabFolder.SCHANNEL + "TLS 1.2\\Server", "Enabled", 0);
                run.state().setRegistry(LabFolder.SCHANNEL + "TLS 1.3\\Server", "Enabled", 0);
                new Wire(run).asItsClient();
                assertEquals(List.of(36871), ids(at(run, "System", Lab.NOW)));
            }
        }
    }

    @Nested
    class Histories {

        @Test
        void aRenewalThatFailsIsToldBy1058() throws Exception {
            try (LabRun run = Lab.play("certificate-expired")) {
                assertTrue(ids(run.state().events("System")).contains(1058));
            }
        }

        @Test
        void noiseIsPlentyAndLiesInThePast() throws Exception {
            try (LabRun run = Lab.play("healthy-noisy")) {
                for (String channel : List.of("System", CORE)) {
                    List<EventRecord> records = run.state().events(channel);
                    assertTrue(records.size() > 100, channel);
                    assertTrue(records.stream().allMatch(record -> record.time().isBefore(Lab.NOW)), channel);
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"healthy-noisy", "service-down", "certificate-expired"})
        void recordsAreNumberedAndInTheOrderOfTime(String id) throws Exception {
            try (LabRun run = Lab.play(id)) {
                List<EventRecord> records = run.state().events("System");
                for (int i = 0; i < records.size(); i++) {
                    assertEquals(i + 1, records.get(i).recordId());
                }
                assertEquals(records.stream().sorted(Comparator.comparing(EventRecord::time)).toList(), records);
            }
        }
    }
}
