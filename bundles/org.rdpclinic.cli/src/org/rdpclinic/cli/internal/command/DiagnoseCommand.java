// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.CaseRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds out why Remote Desktop to a host fails. */
@picocli.CommandLine.Command(name = "diagnose", sortOptions = false,
        description = "Finds out why Remote Desktop to a host fails, from the wire and from what it can look into.",
        customSynopsis = {"./clinic diagnose HOST[:PORT] [OPTION]...",
                "       ./clinic diagnose --rdp FILE [OPTION]...",
                "       ./clinic diagnose --lab SCENARIO [OPTION]..."},
        footer = {"", "Examples:", "  ./clinic diagnose server.example.net", "  ./clinic diagnose 192.0.2.10:3390 "
                + "--code 0x904 --extended 0x7", "  ./clinic diagnose --rdp office.rdp --html report.html",
                "  ./clinic diagnose server.example.net --until-fails --timeout 2h", "", "Exit status: 0 healthy, "
                        + "1 a problem was diagnosed, 2 usage or unreadable", "input, 3 inconclusive, 4 internal "
                        + "error or the environment, 130 interrupted."})
public final class DiagnoseCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "HOST[:PORT]", description = "Where Remote Desktop should connect to.")
    private String host;

    @Mixin
    private SymptomOptions symptom;

    @Option(names = "--rdp", paramLabel = "FILE", order = 20,
            description = "Take the target and what changes the client from an .rdp file.")
    private String rdp;

    @Option(names = "--as", paramLabel = "PROFILE", order = 21,
            description = "The client that fails, by its profile; a current mstsc by default.")
    private String as;

    @Option(names = "--lab", paramLabel = "SCENARIO", order = 22,
            description = "Play a scenario of the lab and diagnose that from the wire.")
    private String lab;

    @Option(names = "--client", paramLabel = "HOSTSPEC", order = 23, description = "Look into the client host.")
    private String client;

    @Option(names = "--server", paramLabel = "HOSTSPEC", order = 24, description = "Look into the server host.")
    private String server;

    @Option(names = "--on", paramLabel = "HOSTSPEC", order = 25,
            description = "Look into the host of the side that HOSTSPEC gives, such as lab:SCENARIO.")
    private String on;

    @Option(names = "--until-fails", order = 30,
            description = "Repeat the client's attempt until it fails: for faults that come and go.")
    private boolean untilFails;

    @Option(names = "--times", paramLabel = "N", order = 31,
            description = "With --until-fails, how often at most; 100 by default.")
    private Integer times;

    @Option(names = "--timeout", paramLabel = "TIME", order = 32,
            description = "End after this time with what is known then: 30s, 10m, 2h.")
    private String timeout;

    @Option(names = "--only", paramLabel = "PROBE", order = 33,
            description = "Run this probe and those that it needs; may be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "PROBE", order = 34,
            description = "Do not run this probe; may be given several times.")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--offline", order = 35, description = "Send nothing; look into hosts only.")
    private boolean offline;

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
        Limits limits = Limits.of(untilFails, Optional.ofNullable(times), Optional.ofNullable(timeout));
        Diagnosing.Output output = new Diagnosing.Output(json, Optional.ofNullable(html).map(Context::path),
                Optional.ofNullable(caseFolder).map(Context::path));
        Intake intake = new Intake(context, Optional.ofNullable(host), Optional.ofNullable(rdp),
                Optional.ofNullable(as));
        Optional<String> scenario = scenario(context, intake);
        if (scenario.isEmpty()) {
            CaseRequest request = hosts(intake.request(symptom.symptom(context)), Optional.empty());
            return new Diagnosing(context, limits, output).diagnose(request);
        }
        // After Ctrl-C the process waits until the lab has removed its folder.
        try (Interrupts.Watch untilTidied = context.services().interrupts().watch(() -> { });
                Lab.Play play = new LabRequests(context).play(scenario.get(), Optional.empty(), 0)) {
            CaseRequest request = intake.request(symptom.symptom(context), scenario.get(), play);
            return new Diagnosing(context, limits, output).diagnose(hosts(request, Optional.of(play)));
        } catch (HostException e) {
            throw Refusal.environment(e);
        }
    }

    private Optional<String> scenario(Context context, Intake intake) {
        if (lab != null) {
            if (host != null) {
                throw Refusal.usage("--lab plays a scenario of its own, so HOST cannot be given besides; leave one "
                        + "out.");
            }
            return Optional.of(new LabRequests(context).known(lab));
        }
        if (intake.hasTarget()) {
            return Optional.empty();
        }
        if (rdp != null) {
            throw Refusal.usage("The file " + rdp + " names no computer: write ./clinic diagnose HOST --rdp " + rdp
                    + ".");
        }
        boolean canAsk = context.terminal().isInteractive() && !json && !context.options().noInput();
        if (!canAsk) {
            throw Refusal.usage(offline && on == null && server == null && client == null
                    ? "--offline sends nothing, and no evidence was given: name the target and a host by --on HOSTSPEC."
                    : "No host was given: write ./clinic diagnose HOST, or --lab SCENARIO to play a fault.");
        }
        return Optional.of(new LabRequests(context).ask());
    }

    private CaseRequest hosts(CaseRequest request, Optional<Lab.Play> play) {
        if (on != null && server != null) {
            throw Refusal.usage("--on and --server both name the server host; leave one out.");
        }
        if (offline && on == null && server == null && client == null) {
            throw Refusal.usage("--offline sends nothing, and no evidence was given: name a host to look into by "
                    + "--on HOSTSPEC.");
        }
        CaseRequest looked = request.withOnly(Set.copyOf(only)).withSkip(Set.copyOf(skip))
                .withOffline(offline);
        if (client != null) {
            looked = looked.withClientHost(spec(client, play));
        }
        String serverSpec = server == null ? on : server;
        return serverSpec == null ? looked : looked.withServerHost(spec(serverSpec, play));
    }

    /** A lab's host without a folder means the one that is being played. */
    private String spec(String spec, Optional<Lab.Play> play) {
        return play.isPresent() && spec.equals("lab:" + lab) ? spec + "@" + play.get().folder() : spec;
    }
}
