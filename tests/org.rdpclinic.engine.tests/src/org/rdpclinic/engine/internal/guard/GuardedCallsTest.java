// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    @AfterEach
    void letGo() {
        release.countDown();
    }

    /** Ignores interrupts, as a guest that hangs does. */
    private void hang() {
        boolean interrupted = true;
        while (interrupted) {
            try {
                release.await();
                interrupted = false;
            } catch (InterruptedException e) {
                // A guest that does not listen.
            }
        }
    }

    private static boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(20, TimeUnit.SECONDS);
    }

    @Test
    void noMoreThanTheWidthRunSideBySide() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(50);
        try (GuardedCalls calls = new GuardedCalls(3, 0)) {
            for (int i = 0; i < 50; i++) {
                calls.start("call", () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                    all.countDown();
                }, refusals::add);
            }
            assertTrue(await(all));
        }
        assertTrue(most.get() <= 3, "ran " + most.get());
    }

    @Test
    void aCallThatWasGivenUpMakesRoom() throws Exception {
        try (GuardedCalls calls = new GuardedCalls(1, 1)) {
            CountDownLatch begun = new CountDownLatch(1);
            GuardedCalls.Call stuck = calls.start("stuck", () -> {
                begun.countDown();
                hang();
            }, refusals::add);
            CountDownLatch next = new CountDownLatch(1);
            calls.start("next", next::countDown, refusals::add);
            assertTrue(await(begun));
            assertEquals(1, next.getCount());
            stuck.giveUp();
            assertTrue(await(next));
            assertEquals(1, calls.lost());
        }
    }

    @Test
    void beyondTheBoundCallsAreRefusedNamingWhoDoesNotEnd() throws Exception {
        try (GuardedCalls calls = new GuardedCalls(1, 1)) {
            for (int i = 0; i < 2; i++) {
                CountDownLatch begun = new CountDownLatch(1);
                GuardedCalls.Call stuck = calls.start("stuck of org.example.bad", () -> {
                    begun.countDown();
                    hang();
                }, refusals::add);
                assertTrue(await(begun));
                stuck.giveUp();
            }
            calls.start("late", () -> refusals.add("ran"), refusals::add);
            assertEquals(1, refusals.size());
            assertTrue(refusals.getFirst().contains("stuck of org.example.bad"), refusals.getFirst());
        }
    }

    @Test
    void whatEndsAfterAllIsForgiven() throws Exception {
        try (GuardedCalls calls = new GuardedCalls(1, 0)) {
            CountDownLatch begun = new CountDownLatch(1);
            GuardedCalls.Call stuck = calls.start("stuck", () -> {
                begun.countDown();
                hang();
            }, refusals::add);
            assertTrue(await(begun));
            stuck.giveUp();
            calls.start("refused", () -> { }, refusals::add);
            assertEquals(1, refusals.size());
            release.countDown();
            while (calls.lost() > 0) {
                Thread.onSpinWait();
            }
            CountDownLatch next = new CountDownLatch(1);
            calls.start("next", next::countDown, refusals::add);
            assertTrue(await(next));
        }
    }

    @Test
    void whatDidNotBeginNeverDoesWhenGivenUp() throws Exception {
        try (GuardedCalls calls = new GuardedCalls(1, 1)) {
            calls.start("first", this::hang, refusals::add);
            CountDownLatch ran = new CountDownLatch(1);
            GuardedCalls.Call queued = calls.start("queued", ran::countDown, refusals::add);
            queued.giveUp();
            CountDownLatch last = new CountDownLatch(1);
            calls.start("last", last::countDown, refusals::add);
            release.countDown();
            assertTrue(await(last));
            assertEquals(1, ran.getCount());
        }
    }

    @Test
    void guestsRunOnDaemonPlatformThreads() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(1);
        try (GuardedCalls calls = new GuardedCalls(1, 1)) {
            calls.start("a", () -> {
                threads.add(Thread.currentThread());
                ran.countDown();
            }, refusals::add);
            assertTrue(await(ran));
        }
        assertTrue(threads.getFirst().isDaemon() && !threads.getFirst().isVirtual());
    }
}
