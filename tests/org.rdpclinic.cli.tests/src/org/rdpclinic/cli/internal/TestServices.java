// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.filter.FilterParser;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.CodeLikelihood;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.api.knowledge.Witness;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.cli.internal.command.Lab;
import org.rdpclinic.cli.internal.command.Services;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.FixedContributions;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.Vantage;
import org.rdpclinic.engine.cases.Home;
import org.rdpclinic.engine.dropins.Dropins;

/** A clinic with one scripted probe, which says of a port what the test wants: {@code accepted}, {@code refused}, … */
final class TestServices implements Services {

    static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

    /** What the probe says in each round; the last word is said again and again. */
    List<String> script = List.of("refused");
    /** What the probe does instead, if anything. */
    Optional<Function<ProbeRequest, ProbeOutcome>> act = Optional.empty();
    /** Set to break something inside. */
    Optional<RuntimeException> broken = Optional.empty();

    final CountDownLatch running = new CountDownLatch(1);
    private final AtomicInteger round = new AtomicInteger();
    private final List<Runnable> watches = new CopyOnWriteArrayList<>();
    private final Path home;
    private boolean interrupted;

    TestServices(Path home) {
        this.home = home;
    }

    /** The user's Ctrl-C. */
    void interrupt() {
        interrupted = true;
        watches.forEach(Runnable::run);
    }

    @Override
    public Contributions contributions() {
        broken.ifPresent(error -> {
            throw error;
        });
        ProbeDeclaration probe = new ProbeDeclaration("port", "Port check", "Says whether the port answers.",
                "org.example.port", Set.of(), Set.of(TcpKeys.OUTCOME.id(), NameKeys.RESOLVED.id(),
                        AttemptKeys.ENDED_AT.id()), Vantage.PATH, Cost.LOW, Duration.ofSeconds(30),
                () -> (Probe) this::probe);
        return FixedContributions.of(List.of(probe), SharedKeys.ALL, knowledge(), List.of());
    }

    private ProbeOutcome probe(ProbeRequest request) {
        running.countDown();
        if (act.isPresent()) {
            return act.get().apply(request);
        }
        String says = script.get(Math.min(round.getAndIncrement(), script.size() - 1));
        request.observe(NameKeys.RESOLVED, true, Subject.PATH);
        request.observe(TcpKeys.OUTCOME, says, Subject.address(request.target().address().toString()));
        return ProbeOutcome.completed();
    }

    /** Rounds that the probe has run. */
    int rounds() {
        return round.get();
    }

    private static KnowledgeBase knowledge() {
        Map<String, ObservationKey<?>> keys = new HashMap<>();
        SharedKeys.ALL.forEach(key -> keys.put(key.id(), key));
        FilterParser parser = new FilterParser(id -> Optional.ofNullable(keys.get(id)));
        Finding refused = new Finding("port-refuses", Finding.Kind.FAILURE, Optional.of(Stage.CONNECT),
                Optional.empty(), false,
                "The port refuses every connection.", "The port takes connections.", 0.001, "", List.of(
                        new Witness.Any(parser.parse("(tcp.outcome=refused)"), Optional.empty(), true)));
        Finding silent = new Finding("port-silent", Finding.Kind.FAILURE, Optional.of(Stage.CONNECT),
                Optional.empty(), false,
                "The port does not answer.", "The port answers.", 0.001, "", List.of(
                        new Witness.Any(parser.parse("(tcp.outcome=silent)"), Optional.empty(), true)));
        Cause off = new Cause("rdp-disabled", "Remote Desktop switched off", 0.05, false, Map.of("port-refuses", 0.95),
                CodeLikelihood.UNATTESTED, List.of("enable-rdp"));
        Cause filtered = new Cause("port-filtered", "Port filtered", 0.05, false, Map.of("port-silent", 0.95),
                CodeLikelihood.UNATTESTED, List.of("allow-server"));
        return KnowledgeBase.of(List.of(refused, silent), List.of(off, filtered));
    }

    @Override
    public Dropins dropins() {
        Dropins dropins = Dropins.listed(home());
        dropins.refresh();
        return dropins;
    }

    @Override
    public Lab lab() {
        return new FakeLab();
    }

    @Override
    public Home home() {
        return new Home(home);
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public Interrupts interrupts() {
        return end -> {
            watches.add(end);
            return new Interrupts.Watch() {
                @Override
                public boolean interrupted() {
                    return interrupted;
                }

                @Override
                public void close() {
                    watches.remove(end);
                }
            };
        };
    }

    /** A lab that plays nothing. */
    private static final class FakeLab implements Lab {

        @Override
        public List<Entry> scenarios() {
            return List.of(new Entry("fine", "Nothing is wrong", "A default."),
                    new Entry("rdp-disabled", "Switched off", "Somebody switched it off."));
        }

        @Override
        public Play play(String id, Optional<Path> folder, int port) {
            return new FakePlay(port == 0 ? 41_234 : port);
        }
    }

    private record FakePlay(int port) implements Lab.Play {

        @Override
        public Target target() {
            return Target.direct("lab.example", port);
        }

        @Override
        public ClientProfile client() {
            return new ClientProfile("lab-client", "The lab's client", 3, List.of("TLS 1.2"), 2, 1024, false, true);
        }

        @Override
        public Network network() {
            return new NoNetwork();
        }

        @Override
        public Path folder() {
            return Path.of("played");
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }

    /** A net that leads nowhere. */
    private static final class NoNetwork implements Network {

        @Override
        public Resolution resolve(String name) {
            return new Resolution.Unresolved("There is no net.");
        }

        @Override
        public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
            return new TcpOutcome.Unreachable("There is no net.");
        }

        @Override
        public boolean isLocal(InetAddress address) {
            return false;
        }

        @Override
        public Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
