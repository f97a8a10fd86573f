// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.rdp.client.WarmUp;
import org.rdpclinic.report.HtmlReport;
import org.rdpclinic.report.TextReport;

/** Diagnoses, shows how it goes, keeps the case, and prints it. */
final class Diagnosing {

    /**
     * Where the case goes.
     *
     * @param json       whether it is printed as JSON
     * @param html       the page to write as well
     * @param caseFolder where cases are kept, if not in the user's own folder
     */
    record Output(boolean json, Optional<Path> html, Optional<Path> caseFolder) {
    }

    private final Context context;
    private final Limits limits;
    private final Output output;

    Diagnosing(Context context, Limits limits, Output output) {
        this.context = context;
        this.limits = limits;
        this.output = output;
    }

    /** Does all of it; the answer is the exit status. */
    int diagnose(CaseRequest request) throws InterruptedException {
        if (!request.offline()) {
            WarmUp.begin();
        }
        try (Engine engine = new Engine(context.services().contributions(), context.services().clock());
                Rounds rounds = new Rounds(context, engine, limits);
                Interrupts.Watch watch = context.services().interrupts().watch(rounds::end)) {
            Case found = rounds.run(request);
            Kept kept = keep(found);
            if (watch.interrupted() && !limits.repeats()) {
                context.terminal().say("Interrupted; what was found so far is "
                        + (kept.folder.isEmpty() ? "not kept." : "kept: ./clinic show " + kept.name + "."));
                return ExitStatus.INTERRUPTED;
            }
            print(kept);
            if (kept.trouble.isPresent()) {
                throw kept.trouble.get();
            }
            return watch.interrupted() ? ExitStatus.INTERRUPTED : ExitStatus.of(found.diagnosis().verdict());
        }
    }

    private record Kept(Case content, String name, Optional<Path> folder, Optional<Refusal> trouble) {
    }

    /** Keeps the case; where that fails the user still gets to see it before the trouble is told. */
    private Kept keep(Case found) {
        try {
            Case named = context.store(output.caseFolder()).saveNew(found);
            String name = output.caseFolder().map(folder -> folder.resolve(named.id()).toString()).orElse(named.id());
            return new Kept(named, name, Optional.of(Path.of(name)), Optional.empty());
        } catch (CaseException e) {
            return new Kept(found, found.id(), Optional.empty(), Optional.of(Refusal.environment(e)));
        } catch (Refusal noFolder) {
            return new Kept(found, found.id(), Optional.empty(), Optional.of(noFolder));
        }
    }

    private void print(Kept kept) {
        if (output.json()) {
            context.terminal().json(new String(context.codec().encode(kept.content), StandardCharsets.UTF_8));
        } else {
            context.terminal().data(new TextReport(context.style(), context.titles()).write(kept.content,
                    context.options().verbose()));
            if (kept.folder.isPresent()) {
                context.terminal().data("\nMore: ./clinic show " + kept.name
                        + (context.options().verbose() ? "" : " -v") + "\n");
            }
        }
        output.html().ifPresent(file -> context.writePage(file, new HtmlReport(context.titles()).write(kept.content)));
    }
}
