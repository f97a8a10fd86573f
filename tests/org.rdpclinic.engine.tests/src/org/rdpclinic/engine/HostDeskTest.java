// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rdpclinic.engine.Guests.CLOCK;
import static org.rdpclinic.engine.Guests.NO_KNOWLEDGE;
import static org.rdpclinic.engine.Guests.ONE;
import static org.rdpclinic.engine.Guests.end;
import static org.rdpclinic.engine.Guests.guest;
import static org.rdpclinic.engine.Guests.observing;
import static org.rdpclinic.engine.Guests.request;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.HostProvider;
import org.rdpclinic.api.host.Sessions;

class HostDeskTest {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** A host that has sessions and nothing else. */
    private final class SessionsOnly implements Host {

        @Override
        public String spec() {
            return "test:it";
        }

        @Override
        public <F extends Facet> Access<F> facet(Class<F> facet) {
            Sessions none = List::of;
            return facet == Sessions.class ? new Access.Available<>(facet.cast(none))
                    : new Access.Unavailable<>("The registry is locked.", "Unlock it.");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static Case run(CaseRequest request, String needs, Supplier<HostProvider> factory)
            throws InterruptedException {
        FixedContributions contributions = FixedContributions.of(
                List.of(guest("a", needs, "test.one", observing(ONE, 1))), List.of(ONE), NO_KNOWLEDGE,
                List.of(new HostContribution("test", "Test hosts.", "org.example.hosts", factory)));
        try (Engine engine = new Engine(contributions, CLOCK)) {
            return engine.diagnose(request, RunListener.NONE);
        }
    }

    @Test
    void aFacetThatIsThereLetsTheProbeRunAndTheHostIsClosed() throws Exception {
        Case concluded = run(request().withServerHost("test:it"), "server:sessions", () -> spec -> new SessionsOnly());
        assertInstanceOf(ProbeRun.Completed.class, end(concluded, "a"));
        assertTrue(closed.await(20, TimeUnit.SECONDS));
    }

    @Test
    void aFacetThatCannotBeHadBlocksWithItsReason() throws Exception {
        Case concluded = run(request().withServerHost("test:it"), "server:registry", () -> spec -> new SessionsOnly());
        assertEquals(new ProbeRun.Blocked("The registry is locked.", "Unlock it."), end(concluded, "a"));
    }

    @Test
    void withoutAHostTheProbeIsBlockedWithAdvice() throws Exception {
        Case concluded = run(request().withServerHost("test:it"), "client:sessions", () -> spec -> new SessionsOnly());
        ProbeRun.Blocked blocked = assertInstanceOf(ProbeRun.Blocked.class, end(concluded, "a"));
        assertEquals("No client host was given to look into.", blocked.reason());
        assertTrue(blocked.advice().contains("--client HOSTSPEC"), blocked.advice());
    }

    @Test
    void aHostThatCannotBeOpenedBlocksWithItsReason() throws Exception {
        Case concluded = run(request().withServerHost("test:it"), "server:sessions", () -> spec -> {
            throw new HostException(HostException.Kind.DENIED, "It says no.", "Ask again.");
        });
        assertEquals(new ProbeRun.Blocked("It says no.", "Ask again."), end(concluded, "a"));
    }

    @Test
    void aProviderThatBreaksIsNamed() throws Exception {
        Case concluded = run(request().withServerHost("test:it"), "server:sessions", () -> {
            throw new IllegalStateException("torn");
        });
        String reason = assertInstanceOf(ProbeRun.Blocked.class, end(concluded, "a")).reason();
        assertTrue(reason.contains("org.example.hosts") && reason.contains("torn"), reason);
    }

    @Test
    void aSchemeThatNobodyOpensIsASentence() {
        CaseRequest request = request().withServerHost("nosuch:it");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> run(request, "server:sessions", () -> spec -> new SessionsOnly()));
        assertEquals("'nosuch:it' is no host that the clinic can look into; it knows test.", e.getMessage());
    }
}
