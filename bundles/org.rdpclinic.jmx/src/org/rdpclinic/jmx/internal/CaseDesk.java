// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.cases.CaseCodec;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.CaseIds;
import org.rdpclinic.engine.cases.CaseStore;
import org.rdpclinic.jmx.CaseNotifications;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.report.JsonCaseCodec;

/** Opens cases, runs them, and keeps them; gives those that were kept. */
final class CaseDesk implements AutoCloseable {

    /** Kept cases that have a bean, the newest. */
    static final int SHOWN = 200;
    /** Cases that may run side by side. */
    static final int RUNNING = 8;

    private static final long MILLIS_TO_TIDY_UP = 4000;
    private static final Diagnosis NOTHING_YET =
            new Diagnosis(Verdict.INCONCLUSIVE, List.of(), List.of(), 0, List.of(), List.of(), List.of());

    private final ClinicParts parts;
    private final Bulletin bulletin;
    private final Engine engine;
    private final CaseCodec codec;
    private final CaseStore store;
    private final Map<String, LiveCase> live = new ConcurrentSkipListMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private boolean closed;

    CaseDesk(ClinicParts parts, Bulletin bulletin) {
        this.parts = parts;
        this.bulletin = bulletin;
        this.engine = new Engine(parts.contributions(), parts.clock());
        this.codec = new JsonCaseCodec(id -> parts.contributions().keys().find(id));
        this.store = new CaseStore(parts.cases(), codec);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, 0L);
        }
    }

    /**
     * Opens a case and runs it. It is kept at once, so that its name is its own and stays.
     *
     * @param request what to diagnose
     * @param scene   is closed when it has ended, also when it cannot be opened
     * @param opened  is told the id before anything is told of the case
     * @return the id
     * @throws IllegalStateException with a sentence when it cannot be opened
     */
    String open(CaseRequest request, AutoCloseable scene, Consumer<String> opened) {
        LiveCase started;
        try {
            started = begin(request, scene);
        } catch (RuntimeException e) {
            LiveCase.end(scene);
            throw e;
        }
        String id = started.content().id();
        opened.accept(id);
        bulletin.send(CaseNotifications.STARTED, "Diagnosing " + request.target() + ".",
                new Bulletin.News(id, "", request.origin(), 0, ""));
        started.start(engine, request);
        return id;
    }

    private synchronized LiveCase begin(CaseRequest request, AutoCloseable scene) {
        if (closed) {
            throw new IllegalStateException("The clinic is ending.");
        }
        if (running().size() >= RUNNING) {
            throw new IllegalStateException(RUNNING + " cases are running, which is the most; wait for one to end, or "
                    + "cancel one.");
        }
        try {
            Case kept = store.saveNew(new Case("new", parts.clock().instant(), request.origin(), request.target(),
                    request.client(), request.symptom(), Observations.of(List.of()), List.of(), NOTHING_YET));
            LiveCase started = new LiveCase(kept, new CaseNews(kept.id(), bulletin), scene, this::ended);
            live.put(kept.id(), started);
            return started;
        } catch (CaseException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    /** Keeps a case that ended; one that cannot be kept stays in memory. */
    private void ended(LiveCase done) {
        Case content = done.content();
        String trouble = "";
        try {
            store.save(content);
        } catch (CaseException e) {
            trouble = " " + e.getMessage();
        }
        synchronized (this) {
            done.stop();
            verdicts.merge(content.diagnosis().verdict(), 1L, Long::sum);
            if (trouble.isEmpty()) {
                live.remove(content.id());
            }
        }
        String verdict = content.diagnosis().verdict().id();
        String named = String.join(", ", content.diagnosis().named().stream().map(cause -> cause.title()).toList());
        bulletin.send(CaseNotifications.CONCLUDED, verdict + (named.isEmpty() ? "" : ": " + named) + "." + trouble,
                new Bulletin.News(content.id(), "", named, content.observations().all().size(), verdict));
    }

    /** The cases that run. */
    List<LiveCase> running() {
        return live.values().stream().filter(LiveCase::isRunning)
                .sorted(Comparator.comparing((LiveCase each) -> each.content().created())).toList();
    }

    /** The case of this id, where it runs or could not be kept. */
    Optional<LiveCase> live(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /** Ids of the cases to show: those in memory, and the newest of those that were kept. */
    List<String> shown() {
        record Kept(String id, FileTime changed) {
        }
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parts.cases())) {
            for (Path folder : folders) {
                String id = folder.getFileName().toString();
                Path file = folder.resolve(CaseStore.FILE);
                if (CaseIds.isId(id) && Files.isRegularFile(file)) {
                    kept.add(new Kept(id, Files.getLastModifiedTime(file)));
                }
            }
        } catch (IOException e) {
            // The folder comes with the first case; a case that is being deleted is not shown.
            kept.removeIf(each -> !Files.exists(parts.cases().resolve(each.id())));
        }
        kept.sort(Comparator.comparing(Kept::changed).reversed());
        List<String> ids = new ArrayList<>(kept.stream().limit(SHOWN).map(Kept::id).toList());
        live.keySet().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return List.copyOf(ids);
    }

    /** When the kept case was written last. */
    Optional<FileTime> changed(String id) {
        try {
            return Optional.of(Files.getLastModifiedTime(parts.cases().resolve(id).resolve(CaseStore.FILE)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a kept case.
     *
     * @throws IllegalStateException with a sentence when it cannot be read
     */
    Case load(String id) {
        try {
            return store.load(id);
        } catch (CaseException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    /** The case as JSON. */
    String json(Case content) {
        return new String(codec.encode(content), StandardCharsets.UTF_8);
    }

    /** How many cases ended in each verdict. */
    synchronized Map<Verdict, Long> verdicts() {
        return new EnumMap<>(verdicts);
    }

    /** Cancels what runs, and waits until it is kept. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<LiveCase> ending = running();
        ending.forEach(LiveCase::cancel);
        long until = System.nanoTime() + MILLIS_TO_TIDY_UP * 1_000_000;
        try {
            for (LiveCase each : ending) {
                each.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }
}
