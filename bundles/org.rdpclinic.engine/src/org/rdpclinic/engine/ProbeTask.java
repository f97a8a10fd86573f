// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.engine.internal.guard.GuardedCalls;

/** One run of one probe: what the probe gets, and the gate that its observations pass. */
final class ProbeTask implements ProbeRequest {

    /** A probe that observes more than this has lost its way, and would use up the memory. */
    static final int MOST_OBSERVATIONS = 20_000;

    /**
     * What the tasks of a run share.
     *
     * @param observed  told of each observation that was let in
     * @param progress  told what a probe is doing: its id and the words
     */
    record Surroundings(CaseRequest request, KeyCatalog keys, ObservationLog log, HostDesk hosts, GuardedCalls guard,
            Network network, Consumer<Observation> observed, BiConsumer<String, String> progress) {
    }

    private final ProbeDeclaration declaration;
    private final Surroundings around;
    private final Network network;
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final AtomicLong deadline = new AtomicLong(Long.MAX_VALUE);
    private volatile long began;
    private volatile boolean ended;
    private int count;
    private String violation = "";

    ProbeTask(ProbeDeclaration declaration, Surroundings around) {
        this.declaration = declaration;
        this.around = around;
        this.network = declaration.needsNetwork() ? around.network() : new OfflineNetwork(around.network());
    }

    ProbeDeclaration declaration() {
        return declaration;
    }

    /** The probe's own time begins. */
    void begin() {
        began = System.nanoTime();
        deadline.set(began + declaration.deadline().toNanos());
    }

    /** When its time is over, by {@link System#nanoTime()}; the largest number before it began. */
    long deadline() {
        return deadline.get();
    }

    /** Gives it more time, for what the engine has it wait. */
    void extend(long nanos) {
        deadline.addAndGet(nanos);
    }

    /** How long it has run. */
    Duration time() {
        return began == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    }

    /** What it did that a probe may not do, in a sentence; empty when it did nothing of the kind. */
    synchronized String violation() {
        return violation;
    }

    /** Closes the gate since the probe ended by itself; false when the engine had stopped it before. */
    synchronized boolean finish() {
        boolean first = !ended;
        ended = true;
        resources.clear();
        return first;
    }

    /** Closes the gate, and what the probe opened; false when the probe had ended by itself before. */
    boolean stop() {
        List<AutoCloseable> toClose;
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            toClose = List.copyOf(resources);
            resources.clear();
        }
        close(toClose);
        return true;
    }

    private void close(List<AutoCloseable> toClose) {
        List<AutoCloseable> guests = new ArrayList<>();
        for (AutoCloseable resource : toClose) {
            if (resource.getClass().getClassLoader() == null) {
                // A socket or channel of the JDK's: closing it does not block.
                closeQuietly(resource);
            } else {
                guests.add(resource);
            }
        }
        if (!guests.isEmpty()) {
            around.guard().startAside("closing for " + declaration.id() + " of " + declaration.bundle(),
                    () -> guests.forEach(ProbeTask::closeQuietly));
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Throwable e) {
            // The guest's own resource; the probe is over, and nothing rests on it.
        }
    }

    @Override
    public void observe(Observation observation) {
        Objects.requireNonNull(observation, "observation");
        synchronized (this) {
            if (ended) {
                throw new IllegalStateException("The probe " + declaration.id() + " has ended.");
            }
            String wrong = wrong(observation);
            if (!wrong.isEmpty()) {
                violation = "The probe " + declaration.id() + " of " + declaration.bundle() + " " + wrong;
                throw new IllegalArgumentException(violation);
            }
            count++;
            Observation signed = signed(observation);
            around.log().add(signed);
            around.observed().accept(signed);
        }
    }

    private String wrong(Observation observation) {
        String id = observation.key().id();
        if (!declaration.observes().contains(id)) {
            return "observed the key " + id + ", which it does not declare.";
        }
        ObservationKey<?> key = around.keys().find(id).orElse(observation.key());
        if (!key.type().equals(observation.key().type())) {
            return "observed the key " + id + " as a " + observation.key().type() + "; it is a " + key.type() + ".";
        }
        return count < MOST_OBSERVATIONS ? "" : "observed more than " + MOST_OBSERVATIONS + " values.";
    }

    private Observation signed(Observation observation) {
        ObservationKey<?> key = around.keys().find(observation.key().id()).orElse(observation.key());
        return new Observation(key, observation.value(), observation.subject(), observation.source(), observation.at(),
                declaration.id());
    }

    @Override
    public Target target() {
        return around.request().target();
    }

    @Override
    public ClientProfile client() {
        return around.request().client();
    }

    @Override
    public Optional<Host> clientHost() {
        return host(Need.Side.CLIENT);
    }

    @Override
    public Optional<Host> serverHost() {
        return host(Need.Side.SERVER);
    }

    private Optional<Host> host(Need.Side side) {
        boolean declared = declaration.needs().stream()
                .anyMatch(need -> need instanceof Need.HostFacet facet && facet.side() == side);
        return declared ? around.hosts().find(side) : Optional.empty();
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Observations observed() {
        return around.log().snapshot();
    }

    @Override
    public Duration timeLeft() {
        long left = deadline.get() - System.nanoTime();
        return ended || left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    @Override
    public boolean isCancelled() {
        return timeLeft().isZero();
    }

    @Override
    public void progress(String what) {
        Objects.requireNonNull(what, "what");
        if (!ended) {
            around.progress().accept(declaration.id(), what);
        }
    }

    @Override
    public void onCancel(AutoCloseable resource) {
        Objects.requireNonNull(resource, "resource");
        synchronized (this) {
            if (!isCancelled()) {
                resources.add(resource);
                return;
            }
        }
        close(List.of(resource));
    }

    @Override
    public Settings settings() {
        return around.request().settings();
    }
}
