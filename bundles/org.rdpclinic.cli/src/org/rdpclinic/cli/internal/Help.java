// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import org.rdpclinic.cli.internal.command.Command;
import org.rdpclinic.cli.internal.command.CommandEntry;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help, at most 80 columns wide. */
final class Help {

    private static final int COLUMN = 30;
    private static final int WIDTH = 80;

    private Help() {
    }

    /** The list of commands. It is made without looking into any of them, so that it is there at once. */
    static String overview() {
        StringBuilder text = new StringBuilder("RDP Clinic finds out why a Remote Desktop connection fails, and proves "
                + "it.\n\nUsage: ./clinic COMMAND [OPTION]...\n\nCommands:\n");
        for (CommandEntry entry : CommandEntry.ALL) {
            String call = ("  " + entry.name() + " " + entry.words()).stripTrailing();
            text.append(call).append(" ".repeat(COLUMN - call.length())).append(entry.summary()).append('\n');
        }
        return text.append("""

                Options of every command: --quiet, -v, --color=auto|always|never, --no-input,
                --set NAME=VALUE, --help. ./clinic --version shows the version.

                Examples:
                  ./clinic diagnose server.example.net --code 0x904 --extended 0x7
                  ./clinic explain 0x904 0x7
                  ./clinic demo

                Exit status of diagnose: 0 healthy, 1 a problem was diagnosed, 2 usage or
                unreadable input, 3 inconclusive, 4 internal error or the environment,
                130 interrupted. ./clinic COMMAND --help tells more.
                """).toString();
    }

    /** The help of a command. */
    static String of(Command command) {
        CommandLine line = new CommandLine(command).setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(COLUMN);
        line.getCommandSpec().usageMessage().synopsisHeading("Usage: ").descriptionHeading("%n")
                .parameterListHeading("%nWhat it takes:%n").optionListHeading("%nOptions:%n");
        return line.getUsageMessage(Ansi.OFF).replaceAll("(?m)[ \t]+$", "").replace(System.lineSeparator(), "\n");
    }
}
