// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.engine.Guests.CLOCK;
import static org.rdpclinic.engine.Guests.ONE;
import static org.rdpclinic.engine.Guests.TWO;
import static org.rdpclinic.engine.Guests.contributions;
import static org.rdpclinic.engine.Guests.end;
import static org.rdpclinic.engine.Guests.guest;
import static org.rdpclinic.engine.Guests.observing;
import static org.rdpclinic.engine.Guests.request;
import static org.rdpclinic.engine.Guests.run;
import static org.rdpclinic.engine.Guests.values;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.keys.ClientKeys;
import org.rdpclinic.api.keys.SymptomKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.TcpOutcome;

class RunTest {

    @Nested
    class Order {

        @Test
        void aProbeRunsAfterAllThatObserveWhatItNeeds() throws Exception {
            Case concluded = run(
                    guest("last", "key:test.one", "test.two", () -> request -> {
                        request.observe(TWO, request.observed().of(ONE).count(), Subject.CLIENT);
                        return ProbeOutcome.completed();
                    }),
                    guest("first", "", "test.one", observing(ONE, 1)),
                    guest("second", "", "test.one", observing(ONE, 2)));
            assertEquals(List.of(2L), values(concluded, TWO));
        }

        @Test
        void probesRunSideBySide() throws Exception {
            CyclicBarrier both = new CyclicBarrier(2);
            Case concluded = run(
                    guest("a", "", "test.one", () -> request -> {
                        both.await(20, TimeUnit.SECONDS);
                        return ProbeOutcome.completed();
                    }),
                    guest("b", "", "test.one", () -> request -> {
                        both.await(20, TimeUnit.SECONDS);
                        return ProbeOutcome.completed();
                    }));
            assertInstanceOf(ProbeRun.Completed.class, end(concluded, "a"));
            assertInstanceOf(ProbeRun.Completed.class, end(concluded, "b"));
        }

        @Test
        void nobodyWaitsForAProbeThatAddsToAKeyWhichItNeeds() throws Exception {
            Case concluded = run(
                    guest("source", "", "test.one", observing(ONE, 1)),
                    guest("more", "key:test.one key:test.two", "test.one", observing(ONE, 2)),
                    guest("next", "key:test.one", "test.two", observing(TWO, 1)));
            assertEquals(List.of(1L, 2L), values(concluded, ONE));
            assertInstanceOf(ProbeRun.Completed.class, end(concluded, "next"));
        }

        @Test
        void rowsStandInTheOrderOfDeclaration() throws Exception {
            Case concluded = run(guest("z", "key:test.one", "test.two", observing(TWO, 1)),
                    guest("a", "", "test.one", observing(ONE, 1)));
            assertEquals(List.of("z", "a"), concluded.runs().stream().map(ProbeRun::probe).toList());
        }
    }

    @Nested
    class Needs {

        @Test
        void aKeyThatWasNotObservedBlocksNamingItAndItsProbe() throws Exception {
            Case concluded = run(
                    guest("silent", "", "test.one", () -> request -> ProbeOutcome.skipped("Nothing to do.")),
                    guest("next", "key:test.one", "test.two", observing(TWO, 1)));
            ProbeRun.Blocked blocked = assertInstanceOf(ProbeRun.Blocked.class, end(concluded, "next"));
            assertEquals("test.one was not observed by silent.", blocked.reason());
            assertEquals(new ProbeRun.Skipped("Nothing to do."), end(concluded, "silent"));
        }

        @Test
        void aSymptomThatWasNotReportedBlocks() throws Exception {
            ProbeDeclaration guest = guest("code", "key:symptom.code", "test.one", observing(ONE, 1));
            assertInstanceOf(ProbeRun.Blocked.class, end(run(guest), "code"));
            assertInstanceOf(ProbeRun.Completed.class, end(run(Guests.requestWithCode(0x904), guest), "code"));
        }

        @Test
        void offlineBlocksTheNetworkWithAdvice() throws Exception {
            Case concluded = run(request().withOffline(true),
                    guest("wire", "network", "test.one", observing(ONE, 1)),
                    guest("local", "", "test.two", observing(TWO, 1)));
            ProbeRun.Blocked blocked = assertInstanceOf(ProbeRun.Blocked.class, end(concluded, "wire"));
            assertTrue(blocked.advice().contains("network"), blocked.advice());
            assertInstanceOf(ProbeRun.Completed.class, end(concluded, "local"));
        }

        @Test
        void aProbeThatDoesNotDeclareTheNetworkCannotUseIt() throws Exception {
            CopyOnWriteArrayList<TcpOutcome> outcomes = new CopyOnWriteArrayList<>();
            run(guest("sly", "", "test.one", () -> request -> {
                outcomes.add(request.network().connect(new InetSocketAddress("127.0.0.1", 9), Duration.ofSeconds(1),
                        request));
                return ProbeOutcome.completed();
            }));
            assertInstanceOf(TcpOutcome.Unreachable.class, outcomes.getFirst());
        }

        @Test
        void onlyRunsAProbeAndThoseThatItNeeds() throws Exception {
            Case concluded = run(request().withOnly(Set.of("next")),
                    guest("source", "", "test.one", observing(ONE, 1)),
                    guest("next", "key:test.one", "test.two", observing(TWO, 1)),
                    guest("other", "", "test.three", observing(Guests.THREE, 1)));
            assertEquals(List.of("source", "next"), concluded.runs().stream().map(ProbeRun::probe).toList());
        }

        @Test
        void aKeyOfAProbeThatWasSkippedBlocksSayingSo() throws Exception {
            Case concluded = run(request().withSkip(Set.of("source")),
                    guest("source", "", "test.one", observing(ONE, 1)),
                    guest("next", "key:test.one", "test.two", observing(TWO, 1)));
            assertEquals("test.one was not observed: source was left out of this run.",
                    end(concluded, "next").reason());
        }

        @Test
        void aProbeThatThereIsNotIsASentence() {
            try (Engine engine = new Engine(contributions(guest("a", "", "test.one", observing(ONE, 1))), CLOCK)) {
                CaseRequest request = request().withOnly(Set.of("b"));
                IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                        () -> engine.start(request, RunListener.NONE));
                assertEquals("There is no probe b; there are a.", e.getMessage());
            }
        }
    }

    @Nested
    class Cancelling {

        @Test
        void stopsWhatRunsAndKeepsWhatWasObserved() throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            ProbeDeclaration slow = guest("slow", "", "test.one", () -> request -> {
                request.observe(ONE, 1L, Subject.CLIENT);
                begun.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return ProbeOutcome.completed();
            });
            ProbeDeclaration later = guest("later", "key:test.one", "test.two", observing(TWO, 1));
            try (Engine engine = new Engine(contributions(slow, later), CLOCK)) {
                Run run = engine.start(request(), RunListener.NONE);
                assertTrue(begun.await(20, TimeUnit.SECONDS));
                run.cancel();
                Case concluded = run.await();
                assertInstanceOf(ProbeRun.Cancelled.class, end(concluded, "slow"));
                assertInstanceOf(ProbeRun.Cancelled.class, end(concluded, "later"));
                assertEquals(List.of(1L), values(concluded, ONE));
                assertEquals(Verdict.INCONCLUSIVE, concluded.diagnosis().verdict());
                assertTrue(interrupted.await(20, TimeUnit.SECONDS));
            }
        }
    }

    @Nested
    class Telling {

        @Test
        void theListenerHearsEverythingInOrder() throws Exception {
            List<String> heard = new CopyOnWriteArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void probeStarted(String probe, String name) {
                    heard.add("started " + name);
                }

                @Override
                public void probeProgress(String probe, String what) {
                    heard.add(what);
                }

                @Override
                public void observed(Observation observation) {
                    if (observation.key().equals(ONE)) {
                        heard.add("observed " + observation.value());
                    }
                }

                @Override
                public void probeEnded(ProbeRun run) {
                    heard.add(run.end().status());
                }

                @Override
                public void concluded(Case concluded) {
                    heard.add("concluded");
                }
            };
            try (Engine engine = new Engine(contributions(guest("a", "", "test.one", () -> request -> {
                request.progress("looking");
                request.observe(ONE, 1L, Subject.CLIENT);
                return ProbeOutcome.completed();
            })), CLOCK)) {
                engine.diagnose(request(), listener);
            }
            assertEquals(List.of("started Guest a", "looking", "observed 1", "completed", "concluded"), heard);
        }

        @Test
        void aListenerThatThrowsIsIgnored() throws Exception {
            try (Engine engine = new Engine(contributions(guest("a", "", "test.one", observing(ONE, 1))), CLOCK)) {
                Case concluded = engine.diagnose(request(), new RunListener() {
                    @Override
                    public void probeEnded(ProbeRun run) {
                        throw new IllegalStateException("broken view");
                    }
                });
                assertInstanceOf(ProbeRun.Completed.class, end(concluded, "a"));
            }
        }
    }

    @Nested
    class OwnWord {

        @Test
        void clientAndSymptomAreObservedFirst() throws Exception {
            Case concluded = run(Guests.requestWithCode(0x904));
            assertEquals("mstsc-test", concluded.observations().find(ClientKeys.PROFILE, Subject.CLIENT).orElseThrow());
            assertEquals(0xBL, concluded.observations().find(ClientKeys.PROTOCOLS, Subject.CLIENT).orElseThrow());
            assertEquals(0x904L,
                    concluded.observations().find(SymptomKeys.CODE, Subject.REPORTED_ATTEMPT).orElseThrow());
            assertEquals("symptom", concluded.observations().of(SymptomKeys.CODE).findFirst().orElseThrow().probe());
            assertTrue(concluded.observations().of(SymptomKeys.EXTENDED).findAny().isEmpty());
        }

        @Test
        void theCaseIsNamedByTargetAndTime() throws Exception {
            assertEquals("ts01-example-20261121-0445-1", run().id());
        }

        @Test
        void reconsideringKeepsTheEvidence() throws Exception {
            try (Engine engine = new Engine(contributions(guest("a", "", "test.one", observing(ONE, 1))), CLOCK)) {
                Case first = engine.diagnose(request(), RunListener.NONE);
                Case again = engine.reconsider(first);
                assertEquals(first.observations().all(), again.observations().all());
                assertEquals(first.runs(), again.runs());
                assertEquals(first.diagnosis(), again.diagnosis());
            }
        }
    }
}
