// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.CaseSummary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the cases, or deletes some. */
@picocli.CommandLine.Command(name = "cases", sortOptions = false,
        description = "Lists the cases that were kept, the newest first, or deletes some.",
        customSynopsis = {"./clinic cases [OPTION]...", "       ./clinic cases delete CASE... [OPTION]..."},
        footer = {"", "Examples:", "  ./clinic cases", "  ./clinic cases delete server-20261121-0500", "",
                "Exit status: 0 done, 2 usage or no such case, 3 some cases cannot be read or deleted,", "4 internal error or the "
                        + "environment."})
public final class CasesCommand extends Command {

    private static final int SHOWN = 2;

    @Parameters(paramLabel = "delete CASE", arity = "0..*", hideParamSyntax = true,
            description = "Delete these cases with all that lies in their folders.")
    private List<String> words = List.of();

    @Option(names = "--case", paramLabel = "DIR", order = 40,
            description = "The folder that holds the cases, if not the user's own.")
    private String folder;

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        Optional<Path> place = Optional.ofNullable(folder).map(Context::path);
        if (words.isEmpty()) {
            return list(context, place);
        }
        if (!words.getFirst().equals("delete")) {
            throw Refusal.usage("cases can only delete, not '" + words.getFirst() + "'; ./clinic show "
                    + words.getFirst() + " shows a case.");
        }
        if (words.size() == 1) {
            throw Refusal.usage("Which case is to be deleted? ./clinic cases lists them.");
        }
        return delete(context, place, words.subList(1, words.size()));
    }

    private static int delete(Context context, Optional<Path> place, List<String> ids) {
        int deleted = 0;
        for (String id : ids) {
            try {
                context.store(place).delete(id);
                deleted++;
                context.say("The case " + id + " is deleted.");
            } catch (CaseException e) {
                if (ids.size() == 1) {
                    throw Refusal.usage(e);
                }
                context.terminal().say(e.getMessage());
            }
        }
        return deleted == ids.size() ? ExitStatus.DONE : deleted == 0 ? ExitStatus.USAGE : ExitStatus.PARTLY;
    }

    private int list(Context context, Optional<Path> place) {
        List<CaseSummary> cases;
        try {
            cases = context.store(place).list();
        } catch (CaseException e) {
            throw Refusal.environment(e);
        }
        if (json) {
            context.json("cases", cases.stream().map(CasesCommand::document).toList());
        } else if (cases.isEmpty()) {
            context.say("There are no cases yet; ./clinic diagnose HOST makes one.");
        } else {
            context.table(List.of("CASE", "VERDICT", "CAUSE"), cases.stream()
                    .flatMap(each -> each.readable().stream()).map(each -> row(context, each)).toList());
        }
        boolean whole = true;
        for (CaseSummary each : cases) {
            if (each instanceof CaseSummary.Unreadable unreadable) {
                whole = false;
                context.terminal().say(unreadable.reason());
            }
        }
        return whole ? ExitStatus.DONE : ExitStatus.PARTLY;
    }

    private static List<String> row(Context context, CaseSummary.Readable each) {
        List<String> causes = each.named().isEmpty() ? each.undecided() : each.named();
        String cause = String.join(each.named().isEmpty() ? " or " : ", ",
                causes.stream().limit(SHOWN).map(id -> title(context, id)).toList());
        int more = causes.size() - SHOWN;
        String origin = each.origin().isEmpty() ? "" : " (lab)";
        return List.of(each.id(), each.verdict().id(), cause + (more > 0 ? " or " + more + " more" : "") + origin);
    }

    private static String title(Context context, String cause) {
        return context.services().contributions().knowledge().findCause(cause).map(Cause::title).orElse(cause);
    }

    private static Map<String, Object> document(CaseSummary summary) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", summary.id());
        map.put("folder", summary.folder().toString());
        switch (summary) {
            case CaseSummary.Readable readable -> {
                map.put("created", readable.created().toString());
                map.put("target", readable.target());
                map.put("origin", readable.origin().isEmpty() ? Optional.empty() : Optional.of(readable.origin()));
                map.put("verdict", readable.verdict().id());
                map.put("named", readable.named());
                map.put("undecided", readable.undecided());
            }
            case CaseSummary.Unreadable unreadable -> map.put("unreadable", unreadable.reason());
        }
        return map;
    }
}
