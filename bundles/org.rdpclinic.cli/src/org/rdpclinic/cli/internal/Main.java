// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpclinic.cli.internal.command.Command;
import org.rdpclinic.cli.internal.command.CommandEntry;
import org.rdpclinic.cli.internal.command.Nearest;
import org.rdpclinic.cli.internal.command.Services;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.cli.internal.terminal.Terminal;
import org.rdpclinic.engine.cases.CaseException;

/** The command line behind the application: finds the command, runs it, and turns what goes wrong into one sentence. */
final class Main {

    private static final List<String> WITH_VALUE = List.of("--color", "--set");

    private Main() {
    }

    /**
     * Runs one command.
     *
     * @param arguments the user's arguments
     * @param terminal  where data, messages and questions go
     * @param services  what commands work with
     * @return the exit status
     */
    static int run(List<String> arguments, Terminal terminal, Services services) {
        try {
            return dispatch(arguments, terminal, services);
        } catch (Refusal refusal) {
            terminal.say(refusal.getMessage());
            return refusal.status();
        } catch (InterruptedException e) {
            terminal.say("Interrupted.");
            return ExitStatus.INTERRUPTED;
        } catch (Throwable error) {
            terminal.say(InternalError.describe(error, logFolder(services)));
            return ExitStatus.TROUBLE;
        }
    }

    private static Optional<Path> logFolder(Services services) {
        try {
            return Optional.of(services.home().log());
        } catch (CaseException | RuntimeException noFolder) {
            return Optional.empty();
        }
    }

    private static int dispatch(List<String> arguments, Terminal terminal, Services services) throws Exception {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-") && arguments.get(at).length() > 1) {
            String option = arguments.get(at);
            if (option.equals("--version") || option.equals("-V")) {
                terminal.data(Command.VERSION + "\n");
                return ExitStatus.DONE;
            }
            if (option.equals("--help") || option.equals("-h")) {
                terminal.data(Help.overview());
                return ExitStatus.DONE;
            }
            at += WITH_VALUE.contains(option) ? 2 : 1;
        }
        if (at >= arguments.size()) {
            if (at == 0) {
                terminal.say(Help.overview().strip());
                return ExitStatus.USAGE;
            }
            throw Refusal.usage("No command was given. See ./clinic --help.");
        }
        // Options of all commands may stand before the command too.
        List<String> own = new ArrayList<>(arguments.subList(at + 1, arguments.size()));
        own.addAll(0, arguments.subList(0, at));
        return call(arguments.get(at), own, terminal, services);
    }

    private static int call(String name, List<String> arguments, Terminal terminal, Services services)
            throws Exception {
        if (name.equals("help")) {
            if (arguments.isEmpty()) {
                terminal.data(Help.overview());
                return ExitStatus.DONE;
            }
            String about = arguments.getFirst();
            terminal.data(Help.of(CommandEntry.find(about).orElseThrow(() -> unknown(about)).make().get()));
            return ExitStatus.DONE;
        }
        CommandEntry entry = CommandEntry.find(name).orElseThrow(() -> unknown(name));
        Command command = entry.make().get();
        if (Arguments.read(command, entry.name(), arguments)) {
            terminal.data(Help.of(command));
            return ExitStatus.DONE;
        }
        return command.call(terminal, services);
    }

    private static Refusal unknown(String name) {
        List<String> names = CommandEntry.ALL.stream().map(CommandEntry::name).toList();
        String more = Nearest.to(name, names).map(near -> " Did you mean '" + near + "'?")
                .orElseGet(() -> name.matches(".*[.:].*") ? " To look at that host: ./clinic diagnose " + name
                        : " ./clinic --help lists them.");
        return Refusal.usage("There is no command '" + name + "'." + more);
    }
}
