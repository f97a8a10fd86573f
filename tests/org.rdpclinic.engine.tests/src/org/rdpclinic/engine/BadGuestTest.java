// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.engine.Guests.ONE;
import static org.rdpclinic.engine.Guests.TWO;
import static org.rdpclinic.engine.Guests.end;
import static org.rdpclinic.engine.Guests.guest;
import static org.rdpclinic.engine.Guests.observing;
import static org.rdpclinic.engine.Guests.run;
import static org.rdpclinic.engine.Guests.values;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

class BadGuestTest {

    private static final Duration SOON = Duration.ofMillis(80);

    /** Runs the guest beside a good one, which must come through; gives the guest's end. */
    private static ProbeRun.End endBesideAGoodOne(Supplier<Probe> factory) throws InterruptedException {
        Case concluded = run(guest("bad", "", "test.one", factory), guest("good", "", "test.two", observing(TWO, 2)));
        assertInstanceOf(ProbeRun.Completed.class, end(concluded, "good"));
        assertEquals(List.of(2L), values(concluded, TWO));
        return end(concluded, "bad");
    }

    private static void assertFailedNamingTheBundle(ProbeRun.End end, String... words) {
        ProbeRun.Failed failed = assertInstanceOf(ProbeRun.Failed.class, end);
        assertTrue(failed.reason().contains("org.example.bad"), failed.reason());
        for (String word : words) {
            assertTrue(failed.reason().contains(word), failed.reason());
        }
        assertTrue(failed.reason().endsWith("."), failed.reason());
    }

    @Nested
    class Throwing {

        @Test
        void anExceptionCostsItsOwnRow() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                throw new IllegalStateException("no luck");
            }), "IllegalStateException", "no luck");
        }

        @Test
        void anErrorCostsItsOwnRow() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                throw new AssertionError("never");
            }), "never");
        }

        @Test
        void aLinkageErrorIsExplained() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                throw new NoClassDefFoundError("org/example/Gone");
            }), "org/example/Gone", "other versions");
        }

        @Test
        void endlessRecursionIsExplained() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> new Probe() {
                @Override
                public ProbeOutcome run(ProbeRequest request) {
                    return run(request);
                }
            }), "without end");
        }

        @Test
        void aConstructorThatThrowsCostsItsOwnRow() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> {
                throw new UnsupportedOperationException("not here");
            }), "not here");
        }

        @Test
        void anExceptionWhoseMessageThrowsIsTold() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                throw new RuntimeException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("twice broken");
                    }
                };
            }), "broke");
        }

        @Test
        void whatWasObservedBeforeStays() throws Exception {
            Case concluded = run(guest("bad", "", "test.one", () -> request -> {
                request.observe(ONE, 1L, Subject.CLIENT);
                throw new IllegalStateException();
            }));
            assertEquals(List.of(1L), values(concluded, ONE));
        }
    }

    @Nested
    class ReturningNull {

        @Test
        void noProbe() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> null));
        }

        @Test
        void noOutcome() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> null), "no outcome");
        }

        @Test
        void noApplicability() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> new Probe() {
                @Override
                public Applicability applicability(ProbeRequest request) {
                    return null;
                }

                @Override
                public ProbeOutcome run(ProbeRequest request) {
                    return ProbeOutcome.completed();
                }
            }), "applies");
        }
    }

    @Nested
    class ObservingWhatItMayNot {

        @Test
        void aKeyThatItDoesNotDeclareFailsIt() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(observing(Guests.THREE, 3)), "test.three");
        }

        @Test
        void swallowingTheRefusalDoesNotHelp() throws Exception {
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                assertThrows(IllegalArgumentException.class,
                        () -> request.observe(Guests.THREE, 3L, Subject.CLIENT));
                return ProbeOutcome.completed();
            }), "test.three");
        }

        @Test
        void aValueOfAnotherTypeFailsIt() throws Exception {
            ObservationKey<String> forged = ObservationKey.of("test.one", ValueType.STRING, "Not the one declared.");
            assertFailedNamingTheBundle(endBesideAGoodOne(() -> request -> {
                request.observe(forged, "1", Subject.CLIENT);
                return ProbeOutcome.completed();
            }), "string", "long");
        }

        @Test
        void nothingIsTakenAfterItsEnd() throws Exception {
            CompletableFuture<ProbeRequest> kept = new CompletableFuture<>();
            Case concluded = run(guest("bad", "", "test.one", () -> request -> {
                kept.complete(request);
                return ProbeOutcome.completed();
            }));
            assertThrows(IllegalStateException.class, () -> kept.join().observe(ONE, 1L, Subject.CLIENT));
            assertEquals(List.of(), values(concluded, ONE));
        }

        @Test
        void tooMuchIsRefused() throws Exception {
            Case concluded = run(guest("bad", "", "test.one", () -> request -> {
                for (long i = 0;; i++) {
                    request.observe(ONE, i, Subject.CLIENT);
                }
            }));
            assertFailedNamingTheBundle(end(concluded, "bad"), "more than");
            assertEquals(ProbeTask.MOST_OBSERVATIONS, values(concluded, ONE).size());
        }

        @Test
        void everythingIsSignedWithItsId() throws Exception {
            Case concluded = run(guest("bad", "", "test.one", () -> request -> {
                request.observe(new Observation(ONE, 1L, Subject.CLIENT, "wire", Guests.NOW, "tls"));
                return ProbeOutcome.completed();
            }));
            assertEquals("bad", concluded.observations().of(ONE).findFirst().orElseThrow().probe());
        }
    }

    @Nested
    class NotEnding {

        @Test
        void whatHangsIsTimedOutAndWhatItObservedStays() throws Exception {
            CountDownLatch never = new CountDownLatch(1);
            Case concluded = run(guest("bad", "", "test.one", SOON, () -> request -> {
                request.observe(ONE, 1L, Subject.CLIENT);
                never.await();
                return ProbeOutcome.completed();
            }));
            ProbeRun.TimedOut end = assertInstanceOf(ProbeRun.TimedOut.class, end(concluded, "bad"));
            assertTrue(end.reason().contains("org.example.bad"), end.reason());
            assertEquals(List.of(1L), values(concluded, ONE));
        }

        @Test
        void whatSpinsStarvesNobody() throws Exception {
            AtomicBoolean stop = new AtomicBoolean();
            ProbeDeclaration[] guests = new ProbeDeclaration[21];
            for (int i = 0; i < 20; i++) {
                guests[i] = guest("spin" + i, "", "test.one", SOON, () -> request -> {
                    while (!stop.get()) {
                        Thread.onSpinWait();
                    }
                    return ProbeOutcome.completed();
                });
            }
            guests[20] = guest("good", "", "test.two", observing(TWO, 2));
            try {
                Case concluded = run(guests);
                assertInstanceOf(ProbeRun.TimedOut.class, end(concluded, "spin19"));
                assertInstanceOf(ProbeRun.Completed.class, end(concluded, "good"));
            } finally {
                stop.set(true);
            }
        }

        @Test
        void theDeadlineClosesWhatItOpened() throws Exception {
            CountDownLatch closed = new CountDownLatch(1);
            Case concluded = run(guest("bad", "", "test.one", SOON, () -> request -> {
                request.onCancel(closed::countDown);
                while (closed.getCount() > 0) {
                    Thread.onSpinWait();
                }
                return ProbeOutcome.completed();
            }));
            assertInstanceOf(ProbeRun.TimedOut.class, end(concluded, "bad"));
            assertTrue(closed.await(20, TimeUnit.SECONDS));
        }

        @Test
        void whatIsRegisteredTooLateIsClosedAtOnce() throws Exception {
            CountDownLatch closed = new CountDownLatch(1);
            run(guest("bad", "", "test.one", SOON, () -> request -> {
                while (!request.isCancelled()) {
                    Thread.onSpinWait();
                }
                request.onCancel(closed::countDown);
                return ProbeOutcome.completed();
            }));
            assertTrue(closed.await(20, TimeUnit.SECONDS));
        }

        @Test
        void aResourceThatHangsWhenClosedHoldsUpNobody() throws Exception {
            CountDownLatch never = new CountDownLatch(1);
            Case concluded = run(guest("bad", "", "test.one", SOON, () -> request -> {
                request.onCancel(never::await);
                never.await();
                return ProbeOutcome.completed();
            }));
            assertInstanceOf(ProbeRun.TimedOut.class, end(concluded, "bad"));
        }
    }
}
