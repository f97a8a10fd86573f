// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.settings.Setting;
import org.rdpclinic.api.settings.Settings;

/** A case of the tests' own, through which probes are run one after the other. */
public final class TestRequest implements ProbeRequest {

    /** A current mstsc. */
    public static final ClientProfile MSTSC = new ClientProfile("mstsc", "mstsc", 0xB, List.of("TLS 1.2", "TLS 1.3"), 2,
            1024, false, true);

    private final Target target;
    private final Network network;
    private final List<Observation> observations = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private ClientProfile client = MSTSC;
    private Settings settings = Settings.DEFAULTS;
    private Optional<Host> server = Optional.empty();
    private Duration time = Duration.ofMinutes(1);
    private boolean cancelled;

    /** A target over a network. */
    public TestRequest(String target, Network network) {
        this.target = Target.parse(target);
        this.network = network;
    }

    /** For another client. */
    public TestRequest client(ClientProfile other) {
        client = other;
        return this;
    }

    /** With another value of a setting. */
    public <V> TestRequest with(Setting<V> setting, V value) {
        settings = settings.with(setting, value);
        return this;
    }

    /** With a look into the server. */
    public TestRequest server(Host host) {
        server = Optional.of(host);
        return this;
    }

    /** With another time for each probe. */
    public TestRequest time(Duration other) {
        time = other;
        return this;
    }

    /** Runs a probe when it can run, and sees to it that it observes only what it declares. */
    public ProbeOutcome run(Probe probe) throws Exception {
        if (probe.applicability(this) instanceof Applicability.NotRelevant not) {
            return ProbeOutcome.skipped(not.reason());
        }
        int before = observed().all().size();
        ProbeOutcome outcome = probe.run(this);
        List<Observation> all = observed().all();
        List<String> declared = Declarations.read().probe(probe.getClass()).observes();
        for (Observation observation : all.subList(before, all.size())) {
            if (!declared.contains(observation.key().id())) {
                throw new AssertionError(probe + " observes " + observation.key() + " and does not declare it.");
            }
        }
        return outcome;
    }

    /** Runs several probes, one after the other. */
    public TestRequest runAll(Probe... probes) throws Exception {
        for (Probe probe : probes) {
            run(probe);
        }
        return this;
    }

    /** Cancels what runs. */
    public void cancel() throws Exception {
        List<AutoCloseable> toClose;
        synchronized (this) {
            cancelled = true;
            toClose = List.copyOf(resources);
        }
        for (AutoCloseable each : toClose) {
            each.close();
        }
    }

    /** The value of a key for a subject; a fault when there is none. */
    public <V> V value(ObservationKey<V> key, Subject subject) {
        return observed().find(key, subject)
                .orElseThrow(() -> new AssertionError("No " + key + " of " + subject + " in " + observed().all()));
    }

    /** The value of a key for an attempt. */
    public <V> V value(ObservationKey<V> key, String attempt) {
        return value(key, Subject.attempt(attempt));
    }

    /** The value of a key, whatever its subject. */
    public <V> Optional<V> any(ObservationKey<V> key) {
        return observed().findAny(key);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public ClientProfile client() {
        return client;
    }

    @Override
    public Optional<Host> clientHost() {
        return Optional.empty();
    }

    @Override
    public Optional<Host> serverHost() {
        return server;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public synchronized Observations observed() {
        return Observations.of(observations);
    }

    @Override
    public synchronized void observe(Observation observation) {
        observations.add(observation);
    }

    @Override
    public synchronized Duration timeLeft() {
        return cancelled ? Duration.ZERO : time;
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void progress(String what) {
        if (what.isBlank()) {
            throw new AssertionError("progress without words");
        }
    }

    @Override
    public void onCancel(AutoCloseable resource) {
        synchronized (this) {
            if (!cancelled) {
                resources.add(resource);
                return;
            }
        }
        try {
            resource.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Settings settings() {
        return settings;
    }
}
