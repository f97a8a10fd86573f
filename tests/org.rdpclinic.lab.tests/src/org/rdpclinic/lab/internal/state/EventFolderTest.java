// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.host.EventLog;
import org.rdpclinic.api.host.EventRecord;

class EventFolderTest {

    @TempDir
    Path folder;

    private static EventRecord record(int id) {
        return new EventRecord("A/Operational", 0, "A", id, 4, Instant.EPOCH, Map.of("text", "x".repeat(200)));
    }

    @Test
    void aLogThatGrowsTooLargeLosesItsOldestRecords() throws Exception {
        EventFolder log = new EventFolder(folder, 10_000);
        for (int i = 1; i <= 200; i++) {
            log.append(List.of(record(i)));
        }
        assertTrue(Files.size(folder.resolve("A%4Operational.jsonl")) <= 10_000);
        EventRecord last = null;
        try (EventLog.Cursor cursor = log.open("A/Operational")) {
            for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
                last = next.get();
            }
        }
        assertEquals(200, last.eventId());
        assertEquals(200, last.recordId());
    }

    @Test
    void channelsKeepTheirNames() throws Exception {
        EventFolder log = new EventFolder(folder);
        log.append(List.of(record(1)));
        assertEquals(List.of("A/Operational"), log.channels());
    }
}
