// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import picocli.CommandLine.Option;

/** Lists the keys of observations. */
@picocli.CommandLine.Command(name = "keys", sortOptions = false,
        description = "Lists what can be observed: the keys, with the type and meaning of their values.",
        customSynopsis = "./clinic keys [OPTION]...",
        footer = {"", "Examples:", "  ./clinic keys", "  ./clinic keys --json", "",
                "Exit status: 0 done, 2 usage, 4 internal error or the environment."})
public final class KeysCommand extends Command {

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        List<? extends ObservationKey<?>> keys = context.services().contributions().keys().all().stream()
                .sorted(Comparator.comparing((ObservationKey<?> key) -> key.id())).toList();
        if (json) {
            context.json("keys", keys.stream().map(KeysCommand::document).toList());
        } else {
            context.table(List.of("KEY", "TYPE", "MEANING"), keys.stream().map(key -> List.of(key.id(),
                    key.type().id() + (key.unit().isEmpty() ? "" : ", " + key.unit()), key.description())).toList());
        }
        return ExitStatus.DONE;
    }

    private static Map<String, Object> document(ObservationKey<?> key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", key.id());
        map.put("type", key.type().id());
        map.put("unit", key.unit().isEmpty() ? Optional.empty() : Optional.of(key.unit()));
        map.put("description", key.description());
        return map;
    }
}
