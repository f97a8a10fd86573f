// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.settings.Settings;

/** A request as the engine hands it to a probe, never cancelled. */
record Request(LabRun run) implements ProbeRequest {

    @Override
    public Target target() {
        return run.target();
    }

    @Override
    public ClientProfile client() {
        return run.client();
    }

    @Override
    public Optional<Host> clientHost() {
        return Optional.empty();
    }

    @Override
    public Optional<Host> serverHost() {
        return Optional.of(run.host());
    }

    @Override
    public Network network() {
        return run.network();
    }

    @Override
    public Observations observed() {
        return Observations.EMPTY;
    }

    @Override
    public void observe(Observation observation) {
        throw new AssertionError("The lab observes nothing.");
    }

    @Override
    public Duration timeLeft() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void progress(String what) {
        throw new AssertionError("The lab tells of no progress.");
    }

    @Override
    public void onCancel(AutoCloseable resource) {
        // Nothing cancels here.
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS;
    }
}
