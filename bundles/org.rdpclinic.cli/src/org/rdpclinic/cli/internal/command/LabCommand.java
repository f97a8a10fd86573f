// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.Refusal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a scenario for others to diagnose. */
@picocli.CommandLine.Command(name = "lab", sortOptions = false,
        description = "Plays a fault on a port of loopback until Ctrl-C, for others to diagnose.",
        customSynopsis = "./clinic lab SCENARIO [OPTION]...",
        footer = {"", "Examples:", "  ./clinic lab SCENARIO", "  ./clinic lab SCENARIO --port 3390 --dir ./host", "",
                "Exit status: 130 after Ctrl-C, 2 usage, 4 internal error or the environment.",
                "./clinic scenarios lists the scenarios."})
public final class LabCommand extends Command {

    @Parameters(paramLabel = "SCENARIO", description = "What to play.")
    private String scenario;

    @Option(names = "--port", paramLabel = "N", order = 20,
            description = "The port on loopback; any that is free by default.")
    private int port;

    @Option(names = "--dir", paramLabel = "DIR", order = 21,
            description = "Keep the simulated host in this folder, which must be empty; a change in it takes effect "
                    + "at the next connection.")
    private String dir;

    @Override
    protected int run(Context context) throws Exception {
        LabRequests requests = new LabRequests(context);
        if (port < 0 || port > 65535) {
            throw Refusal.usage("Port " + port + " does not exist: ports run from 1 to 65535.");
        }
        String id = requests.known(scenario);
        CountDownLatch ended = new CountDownLatch(1);
        try (Interrupts.Watch watch = context.services().interrupts().watch(ended::countDown);
                Lab.Play play = requests.play(id, Optional.ofNullable(dir).map(Context::path), port)) {
            context.terminal().data("Playing " + id + " at 127.0.0.1:" + play.port() + "\n");
            context.say("The simulated host is in " + play.folder() + ". Look at it from another terminal:");
            context.say("  ./clinic diagnose 127.0.0.1:" + play.port());
            context.say("Ctrl-C ends it.");
            ended.await();
            context.say("The lab has ended.");
            return watch.interrupted() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
        }
    }
}
