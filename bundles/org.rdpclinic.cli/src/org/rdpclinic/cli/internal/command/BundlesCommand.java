// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.dropins.Dropin;
import org.rdpclinic.engine.dropins.Dropins;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the bundle files of third parties, and says which are trusted. */
@picocli.CommandLine.Command(name = "bundles", sortOptions = false,
        description = "Lists the bundle files that lie in the folder 'dropins' of the clinic's home, and whether each is "
                + "used. A file is used once it is trusted; one that changes waits until it is trusted again.",
        customSynopsis = {"./clinic bundles [OPTION]...", "       ./clinic bundles trust FILE [--yes] [OPTION]...",
            "       ./clinic bundles distrust FILE [OPTION]..."},
        footer = {"", "Examples:", "  ./clinic bundles", "  ./clinic bundles trust org.rdpclinic.example.jar", "",
                "Exit status: 0 done, 2 usage or no such file, 3 a bundle file cannot be used,", "4 internal error or "
                        + "the environment."})
public final class BundlesCommand extends Command {

    @Parameters(paramLabel = "trust|distrust FILE", arity = "0..*", hideParamSyntax = true,
            description = "Trust this file from now on, or no longer.")
    private List<String> words = List.of();

    @Option(names = {"-y", "--yes"}, order = 40, description = "Trust it without asking.")
    private boolean yes;

    @Option(names = "--json", order = 41, description = "Print one JSON document.")
    private boolean json;

    @Override
    protected int run(Context context) {
        Dropins dropins;
        try {
            dropins = context.services().dropins();
        } catch (CaseException e) {
            throw Refusal.environment(e);
        }
        if (words.isEmpty()) {
            return list(context, dropins);
        }
        String verb = words.getFirst();
        if (!verb.equals("trust") && !verb.equals("distrust")) {
            throw Refusal.usage("bundles can trust and distrust, not '" + verb + "'.");
        }
        if (words.size() != 2) {
            throw Refusal.usage("Write one file: ./clinic bundles " + verb + " FILE. ./clinic bundles lists them.");
        }
        Dropin dropin = find(dropins, words.get(1));
        try {
            return verb.equals("trust") ? trust(context, dropins, dropin) : distrust(context, dropins, dropin);
        } catch (IOException e) {
            throw Refusal.environment("What is trusted cannot be kept: " + Context.why(e) + ".");
        }
    }

    private static Dropin find(Dropins dropins, String typed) {
        Path path = Context.path(typed);
        String name = String.valueOf(path.getFileName());
        boolean elsewhere = path.getParent() != null
                && !path.toAbsolutePath().normalize().getParent().equals(dropins.folder());
        if (elsewhere) {
            throw Refusal.usage(typed + " does not lie in " + dropins.folder() + ": put it there first.");
        }
        return dropins.all().stream().filter(each -> each.file().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.usage("There is no bundle file '" + name + "' in " + dropins.folder() + "."
                        + Nearest.hint(name, dropins.all().stream().map(Dropin::file).toList())));
    }

    private int list(Context context, Dropins dropins) {
        List<Dropin> all = dropins.all().stream().map(each -> withIssues(each, context)).toList();
        if (json) {
            context.json("bundles", all.stream().map(BundlesCommand::document).toList());
        } else if (all.isEmpty()) {
            context.say("There are no bundle files in " + dropins.folder() + ".");
        } else {
            context.table(List.of("FILE", "STATE", "BUNDLE, OR WHAT IS WRONG"), all.stream().map(each -> List.of(
                    each.file(), each.state().id(), each.reason().isEmpty()
                            ? (each.name() + " " + each.version()).strip() : each.reason())).toList());
        }
        return all.stream().anyMatch(each -> each.state() == Dropin.State.BROKEN) ? ExitStatus.PARTLY : ExitStatus.DONE;
    }

    /** A bundle that was installed may still have something that cannot be used. */
    private static Dropin withIssues(Dropin dropin, Context context) {
        if (dropin.state() != Dropin.State.TRUSTED) {
            return dropin;
        }
        List<String> wrong = context.services().contributions().issues().stream()
                .filter(issue -> issue.bundle().equals(dropin.name())).map(ContributionIssue::what).toList();
        return wrong.isEmpty() ? dropin : new Dropin(dropin.file(), Dropin.State.BROKEN, String.join(" ", wrong),
                dropin.sha256(), dropin.name(), dropin.version(), dropin.contributes());
    }

    private int trust(Context context, Dropins dropins, Dropin dropin) throws IOException {
        if (dropin.state() == Dropin.State.BROKEN) {
            throw Refusal.usage(dropin.file() + " cannot be used. " + dropin.reason());
        }
        if (dropin.state() == Dropin.State.TRUSTED) {
            context.say(dropin.file() + " is trusted already.");
            return ExitStatus.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", dropins.folder().resolve(dropin.file()).toString()));
        rows.add(List.of("bundle", dropin.name() + " " + dropin.version()));
        rows.add(List.of("SHA-256", dropin.sha256()));
        rows.add(List.of("contributes", dropin.contributes().isEmpty() ? "nothing"
                : String.join(", ", dropin.contributes())));
        rows.forEach(row -> context.say(row.getFirst() + ": " + row.getLast()));
        if (!yes && !isConfirmed(context)) {
            context.say(dropin.file() + " is not trusted.");
            return ExitStatus.PARTLY;
        }
        dropins.trust(dropin);
        context.say(dropin.file() + " is trusted.");
        return dropins.all().stream().filter(each -> each.sha256().equals(dropin.sha256())
                && each.state() == Dropin.State.BROKEN).map(broken -> {
                    context.terminal().say(broken.file() + " cannot be used. " + broken.reason());
                    return ExitStatus.PARTLY;
                }).findFirst().orElse(ExitStatus.DONE);
    }

    private static boolean isConfirmed(Context context) {
        if (context.options().noInput() || !context.terminal().isInteractive()) {
            throw Refusal.usage("Nobody can be asked whether to trust it: add --yes to do so.");
        }
        context.terminal().raw("Its code will run with all your rights. Trust it? [y/N] ");
        return context.terminal().readLine().filter(line -> line.strip().matches("(?i)y|yes")).isPresent();
    }

    private static int distrust(Context context, Dropins dropins, Dropin dropin) throws IOException {
        dropins.distrust(dropin);
        context.say(dropin.file() + " is not trusted.");
        return ExitStatus.DONE;
    }

    private static Map<String, Object> document(Dropin dropin) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", dropin.file());
        map.put("state", dropin.state().id());
        map.put("reason", optional(dropin.reason()));
        map.put("name", optional(dropin.name()));
        map.put("version", optional(dropin.version()));
        map.put("sha256", optional(dropin.sha256()));
        map.put("contributes", dropin.contributes());
        return map;
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
