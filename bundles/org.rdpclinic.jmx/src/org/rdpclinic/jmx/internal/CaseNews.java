// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.util.concurrent.TimeUnit;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.jmx.CaseNotifications;

/**
 * Turns what the engine tells of one run into notifications. What may come in floods is bounded: observations are told
 * together, and of what a probe says it is doing, some is left out.
 */
final class CaseNews implements RunListener {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final String id;
    private final Bulletin bulletin;
    private volatile String progress = "";
    private volatile int observations;
    private int told;
    private long observedAt = System.nanoTime() - PAUSE_NANOS;
    private long progressAt = observedAt;
    private String latest = "";

    CaseNews(String id, Bulletin bulletin) {
        this.id = id;
        this.bulletin = bulletin;
    }

    /** What is being done. */
    String progress() {
        return progress;
    }

    /** How much was observed so far. */
    int observations() {
        return observations;
    }

    @Override
    public void probeStarted(String probe, String name) {
        progress = name;
        send(CaseNotifications.PROGRESS, probe, name, name);
    }

    @Override
    public void probeProgress(String probe, String what) {
        progress = probe + ": " + what;
        long now = System.nanoTime();
        if (now - progressAt >= PAUSE_NANOS) {
            progressAt = now;
            send(CaseNotifications.PROGRESS, probe, what, progress);
        }
    }

    @Override
    public void observed(Observation observation) {
        observations++;
        latest = observation.key().id() + " = " + observation.value();
        if (System.nanoTime() - observedAt >= PAUSE_NANOS) {
            flush();
        }
    }

    private void flush() {
        if (told < observations) {
            int more = observations - told;
            told = observations;
            observedAt = System.nanoTime();
            send(CaseNotifications.OBSERVED, "", latest,
                    more == 1 ? "Observed " + latest : more + " observations, the last: " + latest);
        }
    }

    @Override
    public void probeEnded(ProbeRun run) {
        flush();
        String reason = run.end().reason().isEmpty() ? "" : ": " + run.end().reason();
        send(CaseNotifications.PROBE_ENDED, run.probe(), run.end().status(),
                run.probe() + " " + run.end().status().replace('-', ' ') + reason);
    }

    private void send(String type, String probe, String what, String message) {
        bulletin.send(type, message, new Bulletin.News(id, probe, what, observations, ""));
    }
}
