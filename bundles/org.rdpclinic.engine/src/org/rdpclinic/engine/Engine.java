// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Clock;
import java.util.Objects;

import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.diagnosis.Diagnostician;
import org.rdpclinic.engine.internal.guard.GuardedCalls;
import org.rdpclinic.engine.stages.StageLadder;

/** Runs probes and draws diagnoses. Several runs may be under way at once. */
public final class Engine implements AutoCloseable {

    /** Contributed calls that run side by side. */
    private static final int WIDTH = 8;
    /** Contributed calls that were given up and may still occupy a thread before the engine takes no more. */
    private static final int SPARE = 24;

    private final Contributions contributions;
    private final Clock clock;
    private final GuardedCalls guard = new GuardedCalls(WIDTH, SPARE);
    private final Rate rate = new Rate();

    /**
     * With what bundles contribute, and a clock by which cases are dated. The contributions stay the caller's to close.
     */
    public Engine(Contributions contributions, Clock clock) {
        this.contributions = Objects.requireNonNull(contributions, "contributions");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Begins a diagnosis.
     *
     * @throws IllegalArgumentException with a sentence when a probe is named that there is not, or a host whose scheme
     *                                  nobody opens
     */
    public Run start(CaseRequest request, RunListener listener) {
        RunPlan plan = RunPlan.of(contributions.probes(), request.only(), request.skip());
        HostDesk hosts = HostDesk.of(request, contributions.hosts());
        CaseRun work = new CaseRun(request, plan, contributions.keys(), hosts, new CaseRun.Tools(guard, rate, clock,
                this::diagnose), listener);
        work.start();
        return new Run(work);
    }

    /**
     * Diagnoses, and waits for the end.
     *
     * @throws IllegalArgumentException as {@link #start}
     * @throws InterruptedException     when the waiting thread is interrupted; the run is cancelled then
     */
    public Case diagnose(CaseRequest request, RunListener listener) throws InterruptedException {
        Run run = start(request, listener);
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.cancel();
            throw e;
        }
    }

    /** The same case with a diagnosis drawn anew from what was observed; nothing is probed. */
    public Case reconsider(Case kept) {
        boolean complete = kept.runs().stream().noneMatch(run -> run.end() instanceof ProbeRun.Cancelled);
        return diagnose(kept, complete);
    }

    private Case diagnose(Case open, boolean complete) {
        Diagnosis diagnosis = Diagnostician.diagnose(contributions.knowledge(), open.symptom(), open.observations(),
                StageLadder.of(open.observations(), open.target()), OpenProbes.of(contributions.probes(), open.runs()),
                complete);
        return new Case(open.id(), open.created(), open.origin(), open.target(), open.client(), open.symptom(),
                open.observations(), open.runs(), diagnosis);
    }

    /** Gives up all contributed calls that are still running. */
    @Override
    public void close() {
        guard.close();
    }
}
