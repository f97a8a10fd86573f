// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rdpclinic.api.Stage;
import org.rdpclinic.knowledge.codes.CausePointer;
import org.rdpclinic.knowledge.codes.CodeKind;

/**
 * One event of Windows. An id means nothing without its provider.
 *
 * @param side           client, server, both, gateway, controller or another role
 * @param channel        the log
 * @param provider       who writes it
 * @param id             its number, without qualifiers
 * @param qualifiedId    the number with qualifiers, as some tools show a classic event
 * @param level          Information, Warning, Error or Critical, as Windows writes it
 * @param meaning        one or two sentences in our own words
 * @param pointsTo       causes that it points to
 * @param stages         where a state machine of the client stopped, and what that points to
 * @param statuses       texts inside the event that tell more
 * @param codes          the list to which a number inside the event belongs
 * @param fields         names of its data, in order
 * @param fieldsBefore   how these differ on older builds
 * @param use            what it is good for
 * @param countsWhen     when it counts as evidence at all
 * @param windows        Windows versions that write it
 * @param newId          the id of the same event on newer builds
 * @param oldId          the id of the same event on older builds
 * @param needsAudit     audit subcategory and outcome that must be on
 * @param needsPolicy    policy that must be set
 * @param note           a remark
 * @param unverified     what rests on one weak source
 * @param sources        ids of the sources
 */
public record EventEntry(String side, String channel, String provider, long id, OptionalLong qualifiedId,
        String level, String meaning, List<CausePointer> pointsTo, List<Transition> stages, List<Status> statuses,
        Optional<CodeKind> codes, List<String> fields, Optional<String> fieldsBefore, Optional<String> use,
        Optional<String> countsWhen, Optional<String> windows, OptionalLong newId, OptionalLong oldId,
        Optional<String> needsAudit, Optional<String> needsPolicy, Optional<String> note,
        Optional<String> unverified, List<String> sources) {

    /** Checks and copies. */
    public EventEntry {
        Objects.requireNonNull(side);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(level);
        Objects.requireNonNull(meaning);
        pointsTo = List.copyOf(pointsTo);
        stages = List.copyOf(stages);
        statuses = List.copyOf(statuses);
        fields = List.copyOf(fields);
        sources = List.copyOf(sources);
    }

    /**
     * A transition of the client's state machines that failed.
     *
     * @param machine  the state machine
     * @param event    the transition
     * @param stage    the stage
     * @param pointsTo causes that it points to
     */
    public record Transition(String machine, String event, Stage stage, List<CausePointer> pointsTo) {

        /** Copies. */
        public Transition {
            pointsTo = List.copyOf(pointsTo);
        }
    }

    /**
     * A text inside the event.
     *
     * @param status   the text, as English Windows writes it
     * @param meaning  what it means
     * @param verified whether that is more than a reading
     */
    public record Status(String status, String meaning, boolean verified) {
    }
}
