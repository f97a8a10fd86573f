// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import picocli.CommandLine.Option;

/** Lists the lab's scenarios. */
@picocli.CommandLine.Command(name = "scenarios", sortOptions = false,
        description = "Lists the scenarios that the lab can play; -v tells what is wrong in each.",
        customSynopsis = "./clinic scenarios [OPTION]...",
        footer = {"", "Examples:", "  ./clinic scenarios", "  ./clinic scenarios -v", "",
                "Exit status: 0 done, 2 usage, 4 internal error or the environment."})
public final class ScenariosCommand extends Command {

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        List<Lab.Entry> scenarios = context.services().lab().scenarios();
        if (json) {
            context.json("scenarios", scenarios.stream().map(ScenariosCommand::document).toList());
            return ExitStatus.DONE;
        }
        boolean verbose = context.options().verbose();
        context.table(List.of("ID", "SCENARIO"), scenarios.stream().map(each -> List.of(each.id(),
                verbose ? each.title() + ". " + each.description() : each.title())).toList());
        return ExitStatus.DONE;
    }

    private static Map<String, Object> document(Lab.Entry scenario) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", scenario.id());
        map.put("title", scenario.title());
        map.put("description", scenario.description());
        return map;
    }
}
