// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.lab.LabOptions;
import org.rdpclinic.lab.LabRun;
import org.rdpclinic.lab.Scenario;
import org.rdpclinic.lab.Scenarios;

/** The lab of {@code org.rdpclinic.lab}. */
final class LabScenarios implements Lab {

    private final Scenarios scenarios = Scenarios.load();
    private final Clock clock;

    LabScenarios(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public List<Entry> scenarios() {
        return scenarios.all().stream().map(each -> new Entry(each.id(), each.title(), each.description())).toList();
    }

    @Override
    public Play play(String id, Optional<Path> folder, int port) throws HostException {
        Scenario scenario = scenarios.find(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario '" + id + "'."));
        LabOptions options = LabOptions.defaults().withClock(clock).withPort(port);
        LabRun run = LabRun.start(scenario, folder.isPresent() ? options.withFolder(folder.get()) : options);
        return new Playing(run);
    }

    private record Playing(LabRun run) implements Play {

        @Override
        public Target target() throws HostException {
            return run.target();
        }

        @Override
        public ClientProfile client() throws HostException {
            return run.client();
        }

        @Override
        public Network network() {
            return run.network();
        }

        @Override
        public Path folder() {
            return run.folder();
        }

        @Override
        public int port() {
            return run.port();
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
