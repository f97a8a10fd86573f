// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.Optional;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.api.host.HostException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a scenario and diagnoses it. */
@picocli.CommandLine.Command(name = "demo", sortOptions = false,
        description = "Plays a fault in the lab and diagnoses it from the wire. Nothing leaves this computer.",
        customSynopsis = "./clinic demo [SCENARIO] [OPTION]...",
        footer = {"", "Examples:", "  ./clinic demo", "  ./clinic demo SCENARIO --html demo.html", "",
                "Exit status: as of diagnose. ./clinic scenarios lists the scenarios."})
public final class DemoCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "What to play; a usual fault by default.")
    private String scenario;

    @Option(names = "--case", paramLabel = "DIR", order = 40,
            description = "Keep the case in a folder below DIR instead of the user's own.")
    private String caseFolder;

    @Option(names = "--json", order = 41, description = "Print the case as one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", order = 42,
            description = "Write a report in one HTML file as well.")
    private String html;

    @Override
    protected int run(Context context) throws Exception {
        LabRequests requests = new LabRequests(context);
        String id = scenario == null ? requests.usual() : requests.known(scenario);
        Intake intake = new Intake(context, Optional.empty(), Optional.empty(), Optional.empty());
        // After Ctrl-C the process waits until the lab has removed its folder.
        try (Interrupts.Watch untilTidied = context.services().interrupts().watch(() -> { });
                Lab.Play play = requests.play(id, Optional.empty(), 0)) {
            return new Diagnosing(context, new Limits(1, Optional.empty()), new Diagnosing.Output(json,
                    Optional.ofNullable(html).map(Context::path), Optional.ofNullable(caseFolder).map(Context::path)))
                    .diagnose(intake.request(Symptom.NONE, id, play));
        } catch (HostException e) {
            throw Refusal.environment(e);
        }
    }
}
