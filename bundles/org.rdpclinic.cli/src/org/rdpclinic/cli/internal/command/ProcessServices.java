// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Clock;
import java.util.Optional;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.ProcessInterrupts;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.Home;
import org.rdpclinic.engine.registry.RegistryContributions;

/** The services of this process: contributions of the bundles that run in it, the user's own folder. */
public final class ProcessServices implements Services, AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final Interrupts interrupts = new ProcessInterrupts();
    private Optional<RegistryContributions> contributions = Optional.empty();
    private Optional<Lab> lab = Optional.empty();

    @Override
    public synchronized Contributions contributions() {
        if (contributions.isEmpty()) {
            contributions = Optional.of(new RegistryContributions());
        }
        return contributions.get();
    }

    @Override
    public synchronized Lab lab() {
        if (lab.isEmpty()) {
            lab = Optional.of(new LabScenarios(clock));
        }
        return lab.get();
    }

    @Override
    public Home home() throws CaseException {
        return Home.ofUser();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Interrupts interrupts() {
        return interrupts;
    }

    @Override
    public synchronized void close() {
        contributions.ifPresent(RegistryContributions::close);
    }
}
