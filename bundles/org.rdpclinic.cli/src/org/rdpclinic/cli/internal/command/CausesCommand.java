// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.CodeRange;
import org.rdpclinic.knowledge.causes.RemedyEntry;
import org.rdpclinic.knowledge.causes.RemedyTexts;
import org.rdpclinic.knowledge.causes.Source;
import org.rdpclinic.knowledge.causes.Sources;
import org.rdpclinic.knowledge.codes.Explanation;
import org.rdpclinic.report.TextExplanation;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the causes, or tells all about one. */
@picocli.CommandLine.Command(name = "causes", sortOptions = false,
        description = "Lists the causes that are known, or tells all about one.",
        customSynopsis = "./clinic causes [ID] [OPTION]...",
        footer = {"", "Examples:", "  ./clinic causes", "  ./clinic causes clock-skew", "",
                "Exit status: 0 done, 2 usage, 4 internal error or the environment."})
public final class CausesCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The cause to tell all about.")
    private String id;

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        CauseTexts texts = CauseTexts.load();
        if (id == null) {
            list(context, texts);
        } else {
            CauseEntry cause = texts.find(id).orElseThrow(
                    () -> Context.unknown("cause", id, texts.ids(), "./clinic causes"));
            if (json) {
                context.json("causes", List.of(document(cause)));
            } else {
                context.terminal().data(new TextExplanation(context.style()).write(page(cause, texts),
                        context.options().verbose()));
            }
        }
        return ExitStatus.DONE;
    }

    private void list(Context context, CauseTexts texts) {
        if (json) {
            context.json("causes", texts.all().stream().map(CausesCommand::document).toList());
            return;
        }
        context.table(List.of("ID", "STAGE", "CAUSE"),
                texts.all().stream().map(cause -> List.of(cause.id(), cause.stage().id(), cause.title())).toList());
    }

    private static Map<String, Object> document(CauseEntry cause) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", cause.id());
        map.put("title", cause.title());
        map.put("stage", cause.stage().id());
        map.put("baseRate", cause.baseRate().name().toLowerCase(Locale.ROOT));
        map.put("what", cause.what());
        map.put("shows", cause.shows());
        map.put("mended", cause.mended());
        map.put("arises", cause.arises());
        map.put("lookFirst", cause.lookFirst());
        map.put("confusedWith", cause.confusedWith());
        map.put("remedies", cause.remedies());
        map.put("grade", cause.grade().name());
        map.put("gradeReason", cause.gradeReason());
        map.put("expectedCodes", cause.expectedCodes().stream().map(CodeRange::display).toList());
        map.put("sources", cause.sources());
        return map;
    }

    private static Explanation page(CauseEntry cause, CauseTexts texts) {
        RemedyTexts remedies = RemedyTexts.load();
        Sources sources = Sources.load();
        List<Explanation.Section> sections = new ArrayList<>();
        sections.add(text("What it is", cause.what()));
        sections.add(text("How it shows", cause.shows()));
        sections.add(list("What to look at first", cause.lookFirst()));
        sections.add(text("How it is mended", cause.mended()));
        sections.add(list("Remedies, the best first", cause.remedies().stream().map(remedies::require)
                .map(CausesCommand::remedy).toList()));
        sections.add(text("How it comes about", cause.arises()));
        sections.add(list("Looks like", cause.confusedWith().stream()
                .map(other -> texts.require(other).title() + " (" + other + ")").toList()));
        sections.add(text("As a cause of 0x904", "Grade " + cause.grade() + ": " + cause.grade().meaning() + ". "
                + cause.gradeReason()));
        sections.add(list("Sources", cause.sources().stream().map(sources::require)
                .map(CausesCommand::source).toList()));
        sections.removeIf(section -> section.blocks().isEmpty());
        return new Explanation(cause.title() + " (" + cause.id() + ")", sections);
    }

    private static String remedy(RemedyEntry remedy) {
        return remedy.title() + " (" + remedy.id() + "): " + remedy.description();
    }

    private static String source(Source source) {
        return source.title() + ", " + source.where();
    }

    private static Explanation.Section text(String heading, String text) {
        return new Explanation.Section("cause", heading, List.of(new Explanation.Paragraph(text)));
    }

    private static Explanation.Section list(String heading, List<String> items) {
        return new Explanation.Section("cause", heading,
                items.isEmpty() ? List.of() : List.of(new Explanation.Bullets(items, false)));
    }
}
