// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts of this process, by a shutdown hook: the public API has no signals. The virtual machine itself ends the
 * process with 130 after Ctrl-C, and with 143 when another process terminates it.
 */
public final class ProcessInterrupts implements Interrupts {

    private static final long SECONDS_TO_TIDY_UP = 5;

    @Override
    public Watch watch(Runnable end) {
        HookWatch watch = new HookWatch(end);
        try {
            Runtime.getRuntime().addShutdownHook(watch.hook);
        } catch (IllegalStateException ending) {
            // The process is ending already: too late for a hook.
            watch.interrupted = true;
            end.run();
        }
        return watch;
    }

    private static final class HookWatch implements Watch {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread hook;
        private volatile boolean interrupted;

        HookWatch(Runnable end) {
            this.hook = new Thread(() -> {
                if (ended.getCount() > 0) {
                    interrupted = true;
                    end.run();
                    await();
                }
            }, "interrupt");
        }

        private void await() {
            try {
                ended.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean interrupted() {
            return interrupted;
        }

        @Override
        public void close() {
            ended.countDown();
            if (!interrupted) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException ending) {
                    // The process is ending, and the hook sees that there is nothing left to end.
                    interrupted = true;
                }
            }
        }
    }
}
