// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
                "Exit status: 0 done, 2 usage or no such case, 3 some cases cannot be read,", "4 internal error or the "
                        + "environment."})
public final class CasesCommand extends Command {

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
        for (String id : words.subList(1, words.size())) {
            try {
                context.store(place).delete(id);
                context.say("The case " + id + " is deleted.");
            } catch (CaseException e) {
                throw Refusal.usage(e);
            }
        }
        return ExitStatus.DONE;
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
            context.table(List.of("CASE", "OPENED", "VERDICT", "CAUSE"), cases.stream()
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
        String opened = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault())
                .format(each.created());
        String named = String.join(", ", each.named().stream().map(id -> context.services().contributions().knowledge()
                .findCause(id).map(Cause::title).orElse(id)).toList());
        return List.of(each.id(), opened, each.verdict().id(), each.origin().isEmpty() ? named : named + " (lab)");
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
            }
            case CaseSummary.Unreadable unreadable -> map.put("unreadable", unreadable.reason());
        }
        return map;
    }
}
