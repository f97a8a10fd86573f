// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record of an event log.
 *
 * @param channel  the log, for example {@code System}
 * @param recordId number within the log
 * @param provider who wrote it
 * @param eventId  the event
 * @param level    1 critical, 2 error, 3 warning, 4 information, 5 verbose, 0 always
 * @param time     when it was written, in UTC
 * @param fields   data of the event by name, in its order
 */
public record EventRecord(String channel, long recordId, String provider, int eventId, int level, Instant time,
        Map<String, String> fields) {

    /** Copies the fields, keeping their order. */
    public EventRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
