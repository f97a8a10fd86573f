// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.cli.internal.terminal.Refusal;

/** Finds the scenario that the user means, and plays it. */
final class LabRequests {

    private final Context context;

    LabRequests(Context context) {
        this.context = context;
    }

    /** The id that was typed, when there is such a scenario. */
    String known(String typed) {
        List<String> ids = context.services().lab().scenarios().stream().map(Lab.Entry::id).toList();
        if (!ids.contains(typed)) {
            throw Context.unknown("scenario", typed, ids, "./clinic scenarios");
        }
        return typed;
    }

    /** The scenario to show when none was named: the first whose fault is a cause of the same name. */
    String usual() {
        List<Lab.Entry> all = context.services().lab().scenarios();
        return all.stream().map(Lab.Entry::id)
                .filter(id -> context.services().contributions().knowledge().findCause(id).isPresent()).findFirst()
                .or(() -> all.stream().map(Lab.Entry::id).findFirst())
                .orElseThrow(() -> Refusal.environment("The lab has no scenario."));
    }

    /** Asks the user, who named no host, for a scenario to play. */
    String ask() {
        String usual = usual();
        context.terminal().say("No host was given. The lab can play a fault for you to look at:");
        context.services().lab().scenarios()
                .forEach(each -> context.terminal().say("  " + each.id() + ": " + each.title()));
        context.terminal().raw("Which one? [" + usual + "; q to leave] ");
        String typed = context.terminal().readLine().map(String::strip).orElse("q");
        if (typed.equals("q")) {
            throw Refusal.usage("No host was given: write ./clinic diagnose HOST.");
        }
        return typed.isEmpty() ? usual : known(typed);
    }

    /** Plays a scenario that there is. */
    Lab.Play play(String scenario, Optional<Path> folder, int port) {
        try {
            return context.services().lab().play(scenario, folder, port);
        } catch (HostException e) {
            throw Refusal.environment(e);
        }
    }
}
