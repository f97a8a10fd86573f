// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.RunListener;

/** One line on the error stream that shows what is being done and for how long; redrawn, and gone at the end. */
public final class ProgressLine implements RunListener, AutoCloseable {

    private static final long TICK_MILLIS = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final Map<String, String> running = new LinkedHashMap<>();
    private final Thread ticker;
    private String lead = "";
    private boolean closed;

    /** Begins to draw. */
    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.ticker = Thread.ofPlatform().daemon().name("progress").start(this::tick);
    }

    /** What all of it belongs to, such as a round; shown before the probe. */
    public synchronized void lead(String words) {
        lead = words;
    }

    @Override
    public synchronized void probeStarted(String probe, String name) {
        running.put(probe, name);
        draw();
    }

    @Override
    public synchronized void probeProgress(String probe, String what) {
        if (running.containsKey(probe)) {
            String name = running.get(probe);
            int colon = name.indexOf(": ");
            running.put(probe, (colon < 0 ? name : name.substring(0, colon)) + ": " + what);
            draw();
        }
    }

    @Override
    public synchronized void probeEnded(ProbeRun run) {
        running.remove(run.probe());
        draw();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw();
                }
            }
        } catch (InterruptedException ended) {
            return;
        }
    }

    private void draw() {
        if (closed) {
            return;
        }
        String what = running.isEmpty() ? "Diagnosing" : running.values().iterator().next();
        String more = running.size() > 1 ? " and " + (running.size() - 1) + " more" : "";
        String time = Durations.format(Duration.ofMillis((System.nanoTime() - start) / 1_000_000));
        String line = (lead + what + more).replaceAll("\\p{Cntrl}", "?");
        int room = terminal.width() - time.length() - 3;
        terminal.raw(CLEAR + (line.length() > room ? line.substring(0, room) : line) + "  " + time);
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ticker.interrupt();
            terminal.raw(CLEAR);
        }
    }
}
