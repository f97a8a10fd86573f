// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.report.HtmlReport;
import org.rdpclinic.report.TextReport;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a case again. */
@picocli.CommandLine.Command(name = "show", sortOptions = false,
        description = "Shows a case again, as it was diagnosed; -v shows all of it.",
        customSynopsis = "./clinic show CASE [OPTION]...",
        footer = {"", "Examples:", "  ./clinic show server-20261121-0500 -v",
                "  ./clinic show ./from-a-colleague/case.json --html report.html", "",
                "Exit status: 0 done, 2 usage or a case that cannot be read,", "4 internal error or the environment."})
public final class ShowCommand extends Command {

    @Parameters(paramLabel = "CASE", description = "The name of a case, its folder, or its file.")
    private String name;

    @Option(names = "--json", order = 41, description = "Print the case as one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", order = 42, description = "Write an HTML file instead.")
    private String html;

    @Override
    protected int run(Context context) {
        Case shown = load(context, name);
        if (html != null) {
            context.writePage(Context.path(html), new HtmlReport(context.titles()).write(shown));
        }
        if (json) {
            context.terminal().json(new String(context.codec().encode(shown), StandardCharsets.UTF_8));
        } else if (html == null) {
            context.terminal().data(new TextReport(context.style(), context.titles()).write(shown,
                    context.options().verbose()));
        }
        return ExitStatus.DONE;
    }

    /** The case of this name, or at this path. */
    static Case load(Context context, String name) {
        try {
            return context.store(Optional.empty()).load(name);
        } catch (CaseException e) {
            throw Refusal.usage(e);
        }
    }
}
