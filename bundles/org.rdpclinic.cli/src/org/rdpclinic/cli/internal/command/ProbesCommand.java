// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.Need;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.dropins.Dropin;
import picocli.CommandLine.Option;

/** Lists the probes. */
@picocli.CommandLine.Command(name = "probes", sortOptions = false,
        description = "Lists the probes, with what each needs; -v tells what each finds out and which keys it "
                + "observes. Bundle files that wait until they are trusted are listed with what they wait for.",
        customSynopsis = "./clinic probes [OPTION]...",
        footer = {"", "Examples:", "  ./clinic probes", "  ./clinic probes --json", "",
                "Exit status: 0 done, 2 usage, 3 a contributed probe cannot be used,", "4 internal error or the "
                        + "environment."})
public final class ProbesCommand extends Command {

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        Contributions contributions = context.services().contributions();
        List<Dropin> waiting = waiting(context);
        if (json) {
            context.json("probes", contributions.probes().stream().map(ProbesCommand::document).toList());
            waiting.forEach(file -> context.say(file.file() + ": " + file.reason()));
        } else {
            boolean verbose = context.options().verbose();
            List<List<String>> rows = new ArrayList<>();
            contributions.probes().forEach(probe -> rows.add(List.of(probe.id(), probe.name(), verbose
                    ? probe.description() + " Needs " + needs(probe) + ". Observes "
                            + String.join(", ", probe.observes()) + "."
                    : needs(probe))));
            waiting.forEach(file -> rows.add(List.of(file.file(), file.name() + " " + file.version(), file.reason())));
            context.table(List.of("ID", "NAME", verbose ? "WHAT IT FINDS OUT" : "NEEDS"), rows);
        }
        contributions.issues().forEach(issue -> context.terminal().say(issue.what()));
        return contributions.issues().isEmpty() ? ExitStatus.DONE : ExitStatus.PARTLY;
    }

    private static List<Dropin> waiting(Context context) {
        try {
            return context.services().dropins().all().stream().filter(Dropin::waits).toList();
        } catch (CaseException noHome) {
            return List.of();
        }
    }

    private static String needs(ProbeDeclaration probe) {
        String needs = String.join(", ", probe.needs().stream().map(Need::text).toList());
        return needs.isEmpty() ? "nothing" : needs;
    }

    private static Map<String, Object> document(ProbeDeclaration probe) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", probe.id());
        map.put("name", probe.name());
        map.put("description", probe.description());
        map.put("bundle", probe.bundle());
        map.put("needs", probe.needs().stream().map(Need::text).toList());
        map.put("observes", List.copyOf(probe.observes()));
        map.put("vantage", probe.vantage().name().toLowerCase(Locale.ROOT));
        map.put("cost", probe.cost().id());
        map.put("deadlineMillis", probe.deadline().toMillis());
        return map;
    }
}
