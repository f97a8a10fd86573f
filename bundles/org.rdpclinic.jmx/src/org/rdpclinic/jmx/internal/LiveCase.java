// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.Run;

/** A case in memory: it runs, or it ended and could not be kept. */
final class LiveCase {

    private static final Logger LOG = System.getLogger(LiveCase.class.getName());

    private final CaseNews news;
    private final AutoCloseable scene;
    private final Consumer<LiveCase> ended;
    private final Thread thread;
    private volatile Case content;
    private volatile boolean running = true;
    private Optional<CaseRequest> request = Optional.empty();
    private Optional<Engine> engine = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private boolean cancelled;

    LiveCase(Case content, CaseNews news, AutoCloseable scene, Consumer<LiveCase> ended) {
        this.content = content;
        this.news = news;
        this.scene = scene;
        this.ended = ended;
        this.thread = Thread.ofPlatform().daemon().name("rdpclinic case " + content.id()).unstarted(this::work);
    }

    /** Begins the run. */
    void start(Engine by, CaseRequest wanted) {
        engine = Optional.of(by);
        request = Optional.of(wanted);
        thread.start();
    }

    private void work() {
        try {
            Case found = begun().await();
            content = new Case(content.id(), found.created(), found.origin(), found.target(), found.client(),
                    found.symptom(), found.observations(), found.runs(), found.diagnosis());
        } catch (InterruptedException | RuntimeException e) {
            LOG.log(Level.ERROR, "The case " + content.id() + " broke down.", e);
        } finally {
            end(scene);
            ended.accept(this);
        }
    }

    private synchronized Run begun() {
        Run started = engine.orElseThrow().start(request.orElseThrow(), news);
        run = Optional.of(started);
        if (cancelled) {
            started.cancel();
        }
        return started;
    }

    /** The case as far as it is known. */
    Case content() {
        return content;
    }

    /** How it goes. */
    CaseNews news() {
        return news;
    }

    /** Whether it has not ended. */
    boolean isRunning() {
        return running;
    }

    /** It has ended. */
    void stop() {
        running = false;
    }

    /** Ends it soon. */
    synchronized void cancel() {
        cancelled = true;
        run.ifPresent(Run::cancel);
    }

    /** Waits for the end. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Closes what a case was played in. */
    static void end(AutoCloseable scene) {
        try {
            scene.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The lab could not end a scenario.", e);
        }
    }
}
