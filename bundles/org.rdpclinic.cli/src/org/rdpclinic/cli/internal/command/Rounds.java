// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.diagnosis.StageRow.Outcome;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.cli.internal.terminal.ProgressLine;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.Run;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.engine.Vantage;

/** Runs a diagnosis once, or again and again until it fails, within a time, and shows how it goes. */
final class Rounds implements AutoCloseable {

    private static final long PAUSE_MILLIS = 1000;

    private final Context context;
    private final Engine engine;
    private final Limits limits;
    private final Optional<ProgressLine> progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Run> running = Optional.empty();
    private volatile boolean timeOver;

    Rounds(Context context, Engine engine, Limits limits) {
        this.context = context;
        this.engine = engine;
        this.limits = limits;
        boolean draws = context.terminal().canRedraw() && !context.options().quiet();
        this.progress = draws ? Optional.of(new ProgressLine(context.terminal())) : Optional.empty();
    }

    /** Ends it soon, with what is known then; may be called on any thread. */
    void end() {
        Optional<Run> current;
        synchronized (this) {
            ended.countDown();
            current = running;
        }
        current.ifPresent(Run::cancel);
    }

    /** Runs; the answer is the case of the round that failed, or of the last one. */
    Case run(CaseRequest request) throws InterruptedException {
        try {
            return rounds(request);
        } finally {
            close();
        }
    }

    private Case rounds(CaseRequest request) throws InterruptedException {
        limits.timeout().ifPresent(this::endAfter);
        long start = System.nanoTime();
        Optional<Case> good = Optional.empty();
        for (int round = 1;; round++) {
            Case found = once(round == 1 ? request : attemptAlone(request), round);
            boolean over = ended.getCount() == 0;
            if (over && good.isPresent() && wasCutShort(found) && !failed(found)) {
                // A round that was cut short adds nothing to the whole one before it.
                tell(good.get(), round - 1, Duration.ofNanos(System.nanoTime() - start));
                return good.get();
            }
            if (failed(found) || over || round == limits.rounds()) {
                progress.ifPresent(ProgressLine::close);
                tell(found, round, Duration.ofNanos(System.nanoTime() - start));
                return good.isPresent() ? engine.reconsider(joined(good.get(), found)) : found;
            }
            if (good.isEmpty()) {
                good = Optional.of(found);
            }
            // The lab needs no rest; a real server is asked again after a moment.
            if (request.origin().isEmpty() && ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                tell(found, round, Duration.ofNanos(System.nanoTime() - start));
                return engine.reconsider(joined(good.get(), found));
            }
        }
    }

    /** After a whole round only the client's attempt is repeated, so that a real server has little trouble from it. */
    private CaseRequest attemptAlone(CaseRequest request) {
        if (!request.only().isEmpty()) {
            return request;
        }
        Set<String> attempts = context.services().contributions().probes().stream()
                .filter(probe -> probe.vantage() == Vantage.CLIENT)
                .filter(probe -> probe.observes().contains(AttemptKeys.ENDED_AT.id()))
                .filter(probe -> !request.skip().contains(probe.id()))
                .map(ProbeDeclaration::id).collect(Collectors.toUnmodifiableSet());
        return attempts.isEmpty() ? request
                : request.withOnly(attempts).withSettings(request.settings().with(ProbeSettings.ATTEMPTS, 1L));
    }

    private void endAfter(Duration time) {
        Thread.ofPlatform().daemon().name("timeout").start(() -> {
            try {
                if (!ended.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    timeOver = true;
                    end();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Case once(CaseRequest request, int round) throws InterruptedException {
        progress.ifPresent(line -> line.lead(limits.repeats() ? "Round " + round + ": " : ""));
        Run run;
        synchronized (this) {
            run = start(request);
            running = Optional.of(run);
        }
        if (ended.getCount() == 0) {
            run.cancel();
        }
        return run.await();
    }

    private Run start(CaseRequest request) {
        try {
            return engine.start(request, listener());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(e);
        }
    }

    private RunListener listener() {
        if (progress.isPresent()) {
            return progress.get();
        }
        return !context.options().verbose() ? RunListener.NONE : new RunListener() {
            @Override
            public void probeEnded(ProbeRun run) {
                String reason = run.end().reason().isEmpty() ? "." : ": " + run.end().reason();
                context.say(run.probe() + ": " + run.end().status().replace('-', ' ') + " after "
                        + Durations.format(run.time()) + reason);
            }
        };
    }

    private void tell(Case found, int round, Duration time) {
        if (timeOver && !limits.repeats()) {
            context.say("The time was over after " + Durations.format(limits.timeout().orElse(time))
                    + "; this is what was known then.");
        }
        if (limits.repeats()) {
            context.say(failed(found) ? "It failed in round " + round + ", after " + Durations.format(time) + "."
                    : "It did not fail in " + round + (round == 1 ? " round, " : " rounds, ") + Durations.format(time)
                            + ".");
        }
    }

    private static boolean failed(Case found) {
        return found.diagnosis().verdict() == Verdict.PROBLEM || found.diagnosis().stages().stream()
                .anyMatch(row -> row.outcome() == Outcome.FAILED || row.outcome() == Outcome.SOMETIMES);
    }

    private static boolean wasCutShort(Case found) {
        return found.runs().stream().anyMatch(run -> run.end() instanceof ProbeRun.Cancelled);
    }

    /** The last round with what the whole round before it showed: that it works at times is evidence too. */
    private static Case joined(Case good, Case last) {
        List<Observation> all = new ArrayList<>();
        for (Observation observation : good.observations().all()) {
            boolean attempt = observation.subject().kind() == Subject.Kind.ATTEMPT
                    && !observation.subject().equals(Subject.REPORTED_ATTEMPT);
            // Each round numbers its attempts from the start.
            all.add(!attempt ? observation : new Observation(observation.key(), observation.value(),
                    Subject.attempt("earlier." + observation.subject().id()), observation.source(), observation.at(),
                    observation.probe()));
        }
        all.addAll(last.observations().all());
        Map<String, ProbeRun> runs = new LinkedHashMap<>();
        good.runs().forEach(run -> runs.put(run.probe(), run));
        last.runs().stream().filter(run -> !(run.end() instanceof ProbeRun.Skipped))
                .forEach(run -> runs.put(run.probe(), run));
        return new Case(last.id(), last.created(), last.origin(), last.target(), last.client(), last.symptom(),
                Observations.of(all), List.copyOf(runs.values()), last.diagnosis());
    }

    @Override
    public void close() {
        progress.ifPresent(ProgressLine::close);
        ended.countDown();
    }
}
