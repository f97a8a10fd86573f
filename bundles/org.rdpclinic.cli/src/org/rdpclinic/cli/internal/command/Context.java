// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.cli.internal.terminal.Terminal;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.cases.CaseCodec;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.CaseStore;
import org.rdpclinic.knowledge.causes.RemedyEntry;
import org.rdpclinic.knowledge.causes.RemedyTexts;
import org.rdpclinic.report.Json;
import org.rdpclinic.report.JsonCaseCodec;
import org.rdpclinic.report.TextStyle;
import org.rdpclinic.report.TextTable;
import org.rdpclinic.report.Titles;

/** What a command works with while it runs: the terminal, the services, and the options of every command. */
final class Context {

    private final Terminal terminal;
    private final Services services;
    private final CommonOptions options;

    Context(Terminal terminal, Services services, CommonOptions options) {
        this.terminal = terminal;
        this.services = services;
        this.options = options;
    }

    Terminal terminal() {
        return terminal;
    }

    Services services() {
        return services;
    }

    CommonOptions options() {
        return options;
    }

    /** The style of text on the output. */
    TextStyle style() {
        return terminal.style(options.colour());
    }

    /** A message, unless quiet was asked for. */
    void say(String sentence) {
        if (!options.quiet()) {
            terminal.say(sentence);
        }
    }

    /** A table as text. */
    void table(List<String> headers, List<List<String>> rows) {
        terminal.data(new TextTable(style()).write(headers, rows));
    }

    /** A list as JSON under its name. */
    void json(String name, List<Map<String, Object>> rows) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", 1);
        document.put(name, rows);
        terminal.json(Json.write(document));
    }

    /** The codec that knows the keys of every bundle. */
    CaseCodec codec() {
        return new JsonCaseCodec(id -> services.contributions().keys().find(id));
    }

    /** The cases of a folder, or the user's own. */
    CaseStore store(Optional<Path> folder) {
        try {
            return new CaseStore(folder.isPresent() ? folder.get() : services.home().cases(), codec());
        } catch (CaseException e) {
            throw Refusal.environment(e);
        }
    }

    /** Titles for the ids in a case. */
    Titles titles() {
        return new Titles(new Remedies(), probeNames()::find,
                id -> services.contributions().knowledge().findCause(id).map(Cause::title));
    }

    private Names probeNames() {
        return new Names(services.contributions().probes().stream()
                .collect(Collectors.toMap(ProbeDeclaration::id, ProbeDeclaration::name, (first, second) -> first)));
    }

    private record Names(Map<String, String> names) {
        Optional<String> find(String id) {
            return Optional.ofNullable(names.get(id));
        }
    }

    /** Reads the texts of remedies when the first is asked for: a healthy case needs none. */
    private static final class Remedies implements Function<String, Optional<String>> {

        private Optional<RemedyTexts> texts = Optional.empty();

        @Override
        public Optional<String> apply(String id) {
            if (texts.isEmpty()) {
                texts = Optional.of(RemedyTexts.load());
            }
            return texts.get().find(id).map(RemedyEntry::title);
        }
    }

    /** Writes a page of HTML to a file, and says so. */
    void writePage(Path file, String html) {
        try {
            Files.write(file, html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Refusal.environment("The page cannot be written to " + file + ": " + why(e) + ".");
        }
        say("The page is in " + file + ".");
    }

    /** Why a file could not be used, in a few words. */
    static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such folder";
            case AccessDeniedException denied -> "permission is denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** A path that the user typed. */
    static Path path(String typed) {
        if (typed.isBlank()) {
            throw Refusal.usage("A path is empty: write the file or folder that is meant.");
        }
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw Refusal.usage("'" + typed + "' is no path.");
        }
    }

    /** A refusal for an id that there is not, with the one that was probably meant. */
    static Refusal unknown(String kind, String typed, Collection<String> names, String list) {
        return Refusal.usage("There is no " + kind + " '" + typed + "'." + Nearest.to(typed, names)
                .map(near -> " Did you mean '" + near + "'?").orElse(" " + list + " lists all."));
    }
}
