// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.Optional;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.Explainer;
import org.rdpclinic.knowledge.codes.Explanation;
import org.rdpclinic.knowledge.codes.ParsedCode;
import org.rdpclinic.report.HtmlExplanation;
import org.rdpclinic.report.JsonExplanation;
import org.rdpclinic.report.TextExplanation;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains the numbers of a client's dialog. */
@picocli.CommandLine.Command(name = "explain", sortOptions = false,
        description = "Explains a disconnect code, alone or with its extended code: what the numbers say and do not "
                + "say, and where sources disagree.",
        customSynopsis = "./clinic explain CODE [EXTENDED] [OPTION]...",
        footer = {"", "Examples:", "  ./clinic explain 0x904 0x7", "  ./clinic explain 2308 7 --html page.html", "",
                "Exit status: 0 done, 2 usage, 4 internal error or the environment."})
public final class ExplainCommand extends Command {

    @Parameters(index = "0", paramLabel = "CODE", description = "The first number, as 0x904 or 2308.")
    private String code;

    @Parameters(index = "1", arity = "0..1", paramLabel = "EXTENDED", description = "The second number, as 0x7.")
    private String extended;

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", order = 42, description = "Write an HTML file instead.")
    private String html;

    @Override
    protected int run(Context context) {
        Explainer explainer = Explainer.load();
        ParsedCode.Number first = parse(explainer, CodeKind.DISCONNECT, code);
        Optional<ParsedCode.Number> second =
                Optional.ofNullable(extended).map(typed -> parse(explainer, CodeKind.EXTENDED, typed));
        Explanation page = explainer.explain(first, second);
        if (html != null) {
            context.writePage(Context.path(html), HtmlExplanation.write(page));
        }
        if (json) {
            context.terminal().json(JsonExplanation.write(page));
        } else if (html == null) {
            context.terminal().data(new TextExplanation(context.style()).write(page, context.options().verbose()));
        }
        return ExitStatus.DONE;
    }

    private static ParsedCode.Number parse(Explainer explainer, CodeKind kind, String typed) {
        return switch (explainer.tables().parse(kind, typed)) {
            case ParsedCode.Number number -> number;
            case ParsedCode.Refused refused -> throw Refusal.usage(refused.sentence());
        };
    }
}
