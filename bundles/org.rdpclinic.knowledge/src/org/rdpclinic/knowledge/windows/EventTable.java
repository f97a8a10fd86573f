// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.api.Stage;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Sources;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * The events that matter when RDP fails, their logs, and when it counts that one is missing. Immutable.
 */
public final class EventTable {

    /** Where the events stand. */
    public static final String FILE = "data/events.json";

    private final List<EventEntry> events;
    private final List<EventChannel> channels;
    private final List<OwnTrace> ownTraces;
    private final List<String> coverageRules;
    private final List<String> healthy;
    private final List<Gap> gaps;

    /**
     * A gap in the row of events that a healthy connection writes.
     *
     * @param seen  which events are there and which are missing
     * @param means what that means
     */
    public record Gap(String seen, String means) {
    }

    private EventTable(StrictObject root, Reader reader) {
        root.requireVersion(1);
        root.text("asOf");
        root.texts("notes");
        StrictObject timeline = root.object("timeline");
        healthy = timeline.texts("healthy");
        gaps = timeline.objects("gaps", g -> new Gap(g.text("seen"), g.text("means")));
        timeline.flag("verified");
        timeline.done();
        StrictObject coverage = root.object("coverage");
        coverage.text("note");
        coverageRules = coverage.texts("rules");
        coverage.text("read");
        reader.sources(coverage);
        coverage.done();
        StrictObject own = root.object("ownTraces");
        own.text("note");
        own.text("activity");
        ownTraces = own.objects("events",
                o -> new OwnTrace(o.text("provider"), o.findWholes("ids"), o.text("matchBy")));
        reader.sources(own);
        own.done();
        channels = root.objects("channels", o -> new EventChannel(o.text("channel"), o.text("side"),
                o.texts("providers"), o.findTexts("providerGuids"), o.constant("state", EventChannel.State.class),
                o.findText("note")));
        Set<String> seen = new HashSet<>();
        events = root.objects("events", o -> {
            EventEntry e = event(o, reader);
            if (!seen.add(e.side() + '|' + e.channel() + '|' + e.provider() + '|' + e.id())) {
                throw o.error("the event " + e.id() + " of " + e.provider() + " stands twice");
            }
            return e;
        });
        root.done();
    }

    /** Reads the events of this bundle; their references were checked by the build. */
    public static EventTable load() {
        return new EventTable(StrictJson.read(KnowledgeFiles.bundled(), FILE), Reader.trusting());
    }

    /**
     * Reads the events and checks each cause and source that they name.
     *
     * @param files where to read from
     * @return the events
     * @throws KnowledgeException if the file breaks its rules; the message names file and place
     */
    public static EventTable loadChecked(KnowledgeFiles files) {
        return new EventTable(StrictJson.read(files, FILE),
                new Reader(Optional.of(CauseTexts.loadChecked(files).ids()), Optional.of(Sources.load(files).ids())));
    }

    private static EventEntry event(StrictObject o, Reader reader) {
        return new EventEntry(o.text("side"), o.text("channel"), o.text("provider"), o.whole("id"),
                o.findWhole("eventIdWithQualifiers"), o.text("level"), o.text("meaning"), reader.pointsTo(o),
                o.findObjects("stageBy", s -> new EventEntry.Transition(s.text("machine"), s.text("event"),
                        s.constant("stage", Stage.class), reader.pointsTo(s))),
                o.findObjects("statusMeans", s -> new EventEntry.Status(s.text("status"), s.text("meaning"),
                        s.flag("verified", true))),
                o.findText("codeTable").map(t -> o.constant("codeTable", CodeKind.class)), o.findTexts("fields"),
                o.findText("fieldsBefore"), o.findText("use"), o.findText("countsWhen"), o.findText("windows"),
                o.findWhole("newId"), o.findWhole("oldId"), o.findText("needsAudit"), o.findText("needsPolicy"),
                o.findText("note"), o.findText("unverified"), reader.sources(o));
    }

    /** All events, in the order of the file. */
    public List<EventEntry> all() {
        return events;
    }

    /** The events of that provider and number; more than one where several sides or logs have it. */
    public List<EventEntry> find(String provider, long id) {
        return events.stream().filter(e -> e.provider().equals(provider) && e.id() == id).toList();
    }

    /** The logs. */
    public List<EventChannel> channels() {
        return channels;
    }

    /** Events that probing writes and that are evidence of nothing. */
    public List<OwnTrace> ownTraces() {
        return ownTraces;
    }

    /** What must hold before the absence of an event counts, one sentence each. */
    public List<String> coverageRules() {
        return coverageRules;
    }

    /** What a healthy connection writes, in order. */
    public List<String> healthy() {
        return healthy;
    }

    /** How gaps in that row are read. */
    public List<Gap> gaps() {
        return gaps;
    }
}
