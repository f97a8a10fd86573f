// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.report.TextComparison;
import picocli.CommandLine.Parameters;

/** Shows two cases side by side. */
@picocli.CommandLine.Command(name = "compare", sortOptions = false,
        description = "Shows two cases side by side: what differs is marked.",
        customSynopsis = "./clinic compare CASE CASE [OPTION]...",
        footer = {"", "Examples:", "  ./clinic compare good-20261120-0900 bad-20261121-0500", "",
                "Exit status: 0 done, 2 usage or a case that cannot be read,", "4 internal error or the environment."})
public final class CompareCommand extends Command {

    @Parameters(index = "0", paramLabel = "CASE", description = "The case on the left.")
    private String left;

    @Parameters(index = "1", paramLabel = "CASE", description = "The case on the right.")
    private String right;

    @Override
    protected int run(Context context) {
        context.terminal().data(new TextComparison(context.style(), context.titles())
                .write(ShowCommand.load(context, left), ShowCommand.load(context, right)));
        return ExitStatus.DONE;
    }
}
