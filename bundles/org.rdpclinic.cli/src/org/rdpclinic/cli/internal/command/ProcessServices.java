// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Clock;
import java.util.Optional;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.ProcessInterrupts;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.Home;
import org.rdpclinic.engine.dropins.DropinContributions;
import org.rdpclinic.engine.dropins.Dropins;
import org.rdpclinic.engine.registry.RegistryContributions;

/** The services of this process: contributions of the bundles that run in it, the user's own folder. */
public final class ProcessServices implements Services, AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final Interrupts interrupts = new ProcessInterrupts();
    private Optional<RegistryContributions> registry = Optional.empty();
    private Optional<Contributions> contributions = Optional.empty();
    private Optional<Dropins> dropins = Optional.empty();
    private Optional<Lab> lab = Optional.empty();

    @Override
    public synchronized Contributions contributions() {
        if (contributions.isEmpty()) {
            Optional<Dropins> guests = guests();
            RegistryContributions own = new RegistryContributions();
            registry = Optional.of(own);
            contributions = Optional.of(guests.isPresent() ? new DropinContributions(own, guests.get()) : own);
        }
        return contributions.get();
    }

    private Optional<Dropins> guests() {
        try {
            return Optional.of(dropins());
        } catch (CaseException noHome) {
            // Without a folder of the user's there are no dropins; what needs the folder says that it is missing.
            return Optional.empty();
        }
    }

    @Override
    public synchronized Dropins dropins() throws CaseException {
        if (dropins.isEmpty()) {
            Dropins made = Dropins.ofHome(home());
            made.refresh();
            made.watch();
            dropins = Optional.of(made);
        }
        return dropins.get();
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
        registry.ifPresent(RegistryContributions::close);
        dropins.ifPresent(Dropins::close);
    }
}
