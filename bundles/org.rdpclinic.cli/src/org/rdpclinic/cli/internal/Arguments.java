// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.util.List;
import org.rdpclinic.cli.internal.command.Command;
import org.rdpclinic.cli.internal.command.Nearest;
import org.rdpclinic.cli.internal.terminal.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Fills a command with its arguments; what does not fit is told in one sentence. */
final class Arguments {

    private Arguments() {
    }

    /**
     * Reads the arguments of a command.
     *
     * @return whether help was asked for
     * @throws Refusal with a sentence that says what does not fit
     */
    static boolean read(Command command, String name, List<String> arguments) {
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false).setExpandAtFiles(false).setInterpolateVariables(false);
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            return line.isUsageHelpRequested();
        } catch (UnmatchedArgumentException e) {
            throw Refusal.usage(unmatched(line, e) + see(name));
        } catch (ParameterException e) {
            throw Refusal.usage(sentence(e.getMessage()) + see(name));
        }
    }

    private static String unmatched(CommandLine line, UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        if (!first.startsWith("-")) {
            return "'" + first + "' is one word too many.";
        }
        String option = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        return "There is no option " + option + "."
                + Nearest.hint(option, List.copyOf(line.getCommandSpec().optionsMap().keySet()));
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("An argument does not fit").strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private static String see(String name) {
        return " See ./clinic " + name + " --help.";
    }
}
