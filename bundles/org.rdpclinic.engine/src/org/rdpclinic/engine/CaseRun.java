// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.engine.cases.CaseIds;
import org.rdpclinic.engine.internal.guard.GuardedCalls;

/**
 * One run from the first observation to the case. A thread of its own takes all decisions, one event at a time; guests
 * run on the guard's threads and only send events.
 */
final class CaseRun {

    /** Draws the diagnosis of a case whose probes have ended. */
    interface Conclusion {

        /**
         * Draws it.
         *
         * @param open     the case, with a diagnosis that says nothing yet
         * @param complete whether nothing was cut short by the user
         */
        Case draw(Case open, boolean complete);
    }

    /** What runs of one engine share. */
    record Tools(GuardedCalls guard, Rate rate, Clock clock, Conclusion conclusion) {
    }

    private record Running(ProbeTask task, GuardedCalls.Call call) {

        /** Stops the probe and waits for it no longer; false when it had ended by itself. */
        boolean abandon() {
            boolean stopped = task.stop();
            if (stopped) {
                call.giveUp();
            }
            return stopped;
        }
    }

    private static final Diagnosis NOTHING_YET =
            new Diagnosis(Verdict.INCONCLUSIVE, List.of(), List.of(), 0, List.of(), List.of(), List.of());

    private final CaseRequest request;
    private final RunPlan plan;
    private final HostDesk hosts;
    private final Tools tools;
    private final RunListener listener;
    private final Network network;
    private final Needs needs;
    private final ProbeTask.Surroundings around;
    private final ObservationLog log = new ObservationLog();
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Case> result = new CompletableFuture<>();
    private final Map<String, Running> running = new HashMap<>();
    private final Map<String, ProbeRun> ended = new HashMap<>();
    private final Instant created;
    private boolean cancelled;
    private boolean cutShort;
    private long hostsDue;

    CaseRun(CaseRequest request, RunPlan plan, KeyCatalog keys, HostDesk hosts, Tools tools, RunListener listener) {
        this.request = request;
        this.plan = plan;
        this.hosts = hosts;
        this.tools = tools;
        this.listener = Objects.requireNonNull(listener, "listener");
        this.network = request.origin().isEmpty()
                ? new PacedNetwork(request.network(), request.settings(), tools.rate()) : request.network();
        this.created = tools.clock().instant();
        this.needs = new Needs(plan, request.offline(), hosts, log);
        this.around = new ProbeTask.Surroundings(request, keys, log, hosts, tools.guard(), network,
                observation -> tell(hears -> hears.observed(observation)),
                (probe, what) -> tell(hears -> hears.probeProgress(probe, what)));
    }

    void start() {
        Thread.ofPlatform().daemon().name("rdpclinic run").start(this::run);
    }

    void cancel() {
        events.add(() -> cancelled = true);
    }

    boolean isDone() {
        return result.isDone();
    }

    Case await() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine broke down while it diagnosed " + request.target() + ".",
                    e.getCause());
        }
    }

    private void run() {
        try {
            for (Observation own : OwnObservations.of(request.client(), request.symptom(), network.clock().instant())) {
                log.add(own);
                tell(hears -> hears.observed(own));
            }
            hostsDue = System.nanoTime() + HostDesk.PATIENCE.toNanos();
            hosts.open(tools.guard(), () -> events.add(() -> { }));
            work();
            hosts.close(tools.guard());
            conclude();
        } catch (InterruptedException | RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            running.values().forEach(Running::abandon);
            hosts.close(tools.guard());
        }
    }

    private void work() throws InterruptedException {
        startReady();
        while (ended.size() < plan.probes().size()) {
            Runnable event = events.poll(Math.max(1, nextDue() - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event != null) {
                event.run();
            }
            if (cancelled) {
                cancelRest();
                return;
            }
            endOverdue();
            startReady();
        }
        drain();
    }

    private void drain() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }

    private void startReady() {
        boolean again = true;
        while (again) {
            again = false;
            for (ProbeDeclaration probe : plan.probes()) {
                boolean waits = ended.containsKey(probe.id()) || running.containsKey(probe.id())
                        || !ended.keySet().containsAll(plan.graph().waitsFor(probe.id())) || needs.mustWait(probe);
                if (!waits) {
                    again |= startOrBlock(probe);
                }
            }
        }
    }

    /** Whether the probe ended at once, so that others may have become ready. */
    private boolean startOrBlock(ProbeDeclaration probe) {
        Optional<ProbeRun.End> lack = needs.lack(probe);
        if (lack.isPresent()) {
            end(new ProbeRun(probe.id(), lack.get(), Duration.ZERO));
            return true;
        }
        ProbeTask task = new ProbeTask(probe, around);
        GuardedCalls.Call call = tools.guard().start(probe.id() + " of " + probe.bundle(), () -> {
            task.begin();
            tell(hears -> hears.probeStarted(probe.id(), probe.name()));
            finished(task, new GuestProbe(task).call());
        }, sentence -> finished(task, new ProbeRun.Failed(
                "The probe " + probe.id() + " of " + probe.bundle() + " did not run: " + sentence)));
        running.put(probe.id(), new Running(task, call));
        return false;
    }

    /** Called where the probe ended; what comes after the engine has stopped it does not count. */
    private void finished(ProbeTask task, ProbeRun.End end) {
        Duration time = task.time();
        if (task.finish()) {
            events.add(() -> {
                running.remove(task.declaration().id());
                end(new ProbeRun(task.declaration().id(), end, time));
            });
        }
    }

    private void end(ProbeRun run) {
        ended.put(run.probe(), run);
        hear(hears -> hears.probeEnded(run));
    }

    private long nextDue() {
        long due = hosts.isOpening() ? hostsDue : System.nanoTime() + Duration.ofHours(1).toNanos();
        for (Running one : running.values()) {
            due = Math.min(due, one.task().deadline());
        }
        return due;
    }

    private void endOverdue() {
        if (hosts.isOpening() && System.nanoTime() - hostsDue >= 0) {
            hosts.giveUp();
        }
        for (Running one : List.copyOf(running.values())) {
            if (System.nanoTime() - one.task().deadline() >= 0) {
                ProbeDeclaration probe = one.task().declaration();
                giveUp(one, new ProbeRun.TimedOut("The probe " + probe.id() + " of " + probe.bundle()
                        + " did not end within " + Durations.format(probe.deadline())
                        + "; what it had observed stays."));
            }
        }
    }

    private void cancelRest() throws InterruptedException {
        cutShort = true;
        hosts.giveUp();
        List.copyOf(running.values()).forEach(one -> giveUp(one, new ProbeRun.Cancelled()));
        while (!running.isEmpty()) {
            events.take().run();
        }
        for (ProbeDeclaration probe : plan.probes()) {
            if (!ended.containsKey(probe.id())) {
                end(new ProbeRun(probe.id(), new ProbeRun.Cancelled(), Duration.ZERO));
            }
        }
        drain();
    }

    private void giveUp(Running one, ProbeRun.End end) {
        Duration time = one.task().time();
        if (!one.abandon()) {
            // It ended by itself at the last moment; its own word is on its way.
            return;
        }
        String id = one.task().declaration().id();
        running.remove(id);
        // What it observed before is heard before its end.
        drain();
        end(new ProbeRun(id, end, time));
    }

    private void conclude() {
        List<ProbeRun> runs = new ArrayList<>();
        plan.probes().forEach(probe -> runs.add(ended.get(probe.id())));
        Case open = new Case(CaseIds.of(request.target(), created, 1), created, request.origin(), request.target(),
                request.client(), request.symptom(), log.snapshot(), runs, NOTHING_YET);
        Case concluded = tools.conclusion().draw(open, !cutShort);
        hear(hears -> hears.concluded(concluded));
        result.complete(concluded);
    }

    /** Has the listener told by the run's own thread, in the order of the calls. */
    private void tell(Consumer<RunListener> what) {
        events.add(() -> hear(what));
    }

    private void hear(Consumer<RunListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException | Error e) {
            // A view that breaks is no reason to lose a diagnosis.
        }
    }
}
