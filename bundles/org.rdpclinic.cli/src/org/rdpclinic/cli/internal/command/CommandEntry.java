// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command in the list of commands. Only the one that is called is made: looking into all of them would cost more time
 * than most of them take.
 *
 * @param name    what the user types
 * @param words   what may stand behind it, for the list
 * @param summary what it does, in a few words
 * @param make    makes it
 */
public record CommandEntry(String name, String words, String summary, Supplier<Command> make) {

    /** All commands, in the order of the help. */
    public static final List<CommandEntry> ALL = List.of(
            new CommandEntry("diagnose", "HOST[:PORT]", "find out why Remote Desktop to a host fails",
                    DiagnoseCommand::new),
            new CommandEntry("demo", "[SCENARIO]", "play a fault and diagnose it", DemoCommand::new),
            new CommandEntry("explain", "CODE [EXTENDED]", "what the numbers of the client's dialog mean",
                    ExplainCommand::new),
            new CommandEntry("show", "CASE", "look at a case again", ShowCommand::new),
            new CommandEntry("compare", "CASE CASE", "two cases side by side", CompareCommand::new),
            new CommandEntry("cases", "[delete CASE...]", "list the cases that were kept, or delete some",
                    CasesCommand::new),
            new CommandEntry("causes", "[ID]", "list the causes, or tell all about one",
                    CausesCommand::new),
            new CommandEntry("probes", "", "list the probes", ProbesCommand::new),
            new CommandEntry("bundles", "[trust FILE]", "list the bundles of third parties, trust one",
                    BundlesCommand::new),
            new CommandEntry("keys", "", "list what can be observed", KeysCommand::new),
            new CommandEntry("scenarios", "", "list the faults that the lab can play", ScenariosCommand::new),
            new CommandEntry("lab", "SCENARIO", "play a fault for others to diagnose", LabCommand::new),
            new CommandEntry("serve", "[--port N]", "stay up for JConsole and other JMX clients",
                    ServeCommand::new),
            new CommandEntry("completion", "bash|zsh", "print a script for completion in a shell",
                    CompletionCommand::new));

    /** The command of this name. */
    public static Optional<CommandEntry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
