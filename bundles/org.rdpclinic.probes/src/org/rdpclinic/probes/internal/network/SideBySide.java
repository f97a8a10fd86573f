// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things of a probe at once, and waits for all of them. */
public final class SideBySide {

    /** The most connections to one target at a time: some servers let no more than two wait. */
    public static final int CONNECTIONS = 2;

    private SideBySide() {
    }

    /**
     * Does the tasks.
     *
     * @param most how many at once, at least 1
     * @param tasks what to do; each ends by itself when the probe is stopped
     * @return the results, in the order of the tasks
     * @throws InterruptedException when the probe is stopped
     */
    public static <T> List<T> run(int most, List<? extends Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(most, Thread.ofVirtual().factory())) {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
