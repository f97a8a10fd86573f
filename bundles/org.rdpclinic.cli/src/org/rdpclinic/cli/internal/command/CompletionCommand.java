// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.List;
import java.util.Map;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;

/** Prints a script by which a shell completes commands, options, and the names that there are. */
@picocli.CommandLine.Command(name = "completion", sortOptions = false,
        description = "Prints a script by which bash or zsh completes commands, options and names.",
        customSynopsis = "./clinic completion bash|zsh [OPTION]...",
        footer = {"", "Examples:", "  source <(./clinic completion bash)",
                "  ./clinic completion zsh > ~/.clinic-completion", "",
                "Exit status: 0 done, 2 usage, 4 internal error or the environment."})
public final class CompletionCommand extends Command {

    /** The name under which the script completes. */
    private static final String NAME = "clinic";
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private String shell;

    @Override
    protected int run(Context context) {
        if (!SHELLS.contains(shell)) {
            throw Refusal.usage("Completion is for bash and zsh, not for '" + shell + "'.");
        }
        // The script of bash asks zsh for its own way to complete like bash.
        context.terminal().data(AutoComplete.bash(NAME, tree(context)));
        return ExitStatus.DONE;
    }

    private static CommandLine tree(Context context) {
        CommandLine root = new CommandLine(CommandSpec.create().name(NAME));
        root.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
        root.getCommandSpec().addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build());
        for (CommandEntry entry : CommandEntry.ALL) {
            root.addSubcommand(entry.name(), named(new CommandLine(entry.make().get()), context));
        }
        return root;
    }

    /** Gives the options and words of a command the names that there are. */
    private static CommandLine named(CommandLine command, Context context) {
        Map<String, Iterable<String>> names = Map.of(
                "SCENARIO", context.services().lab().scenarios().stream().map(Lab.Entry::id).toList(),
                "PROBE", context.services().contributions().probes().stream().map(ProbeDeclaration::id).toList(),
                "PROFILE", ClientProfiles.load().all().stream().map(ClientProfile::id).toList(),
                "WHEN", List.of("auto", "always", "never"), "bash|zsh", SHELLS,
                "ID", CauseTexts.load().all().stream().map(CauseEntry::id).toList(), "delete CASE", List.of("delete"));
        CommandSpec spec = command.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (names.containsKey(option.paramLabel())) {
                spec.remove(option);
                spec.addOption(option.toBuilder().completionCandidates(names.get(option.paramLabel())).build());
            }
        }
        for (PositionalParamSpec word : List.copyOf(spec.positionalParameters())) {
            if (names.containsKey(word.paramLabel())) {
                spec.remove(word);
                spec.addPositional(word.toBuilder().completionCandidates(names.get(word.paramLabel())).build());
            }
        }
        return command;
    }
}
