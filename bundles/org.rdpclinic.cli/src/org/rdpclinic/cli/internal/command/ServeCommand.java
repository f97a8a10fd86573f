// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.MBeanServer;
import org.rdpclinic.cli.internal.terminal.ExitStatus;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.jmx.ClinicNames;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.jmx.server.ClinicBeans;
import org.rdpclinic.jmx.server.ClinicPort;
import picocli.CommandLine.Option;

/** Stays up, and is driven by a JMX client. */
@picocli.CommandLine.Command(name = "serve", sortOptions = false,
        description = "Stays up until Ctrl-C, and is driven by JConsole or any JMX client on this machine. Without "
                + "--port only this user's own programs reach it, by its process id.",
        customSynopsis = "./clinic serve [OPTION]...",
        footer = {"", "Examples:", "  ./clinic serve", "  ./clinic serve --port 9010", "",
                "Exit status: 130 after Ctrl-C, 143 when terminated, 2 usage, 4 internal error or",
                "the environment. What runs at the end is cancelled, and its case is kept."})
public final class ServeCommand extends Command {

    private static final int LAST_PORT = 65535;

    @Option(names = "--port", paramLabel = "N", order = 20,
            description = "Open this port on loopback too, for who has the password in the clinic's home; 0 for any "
                    + "that is free.")
    private Integer port;

    @Override
    protected int run(Context context) throws Exception {
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw Refusal.usage("Port " + port + " does not exist: ports run from 1 to " + LAST_PORT + ".");
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        CountDownLatch ended = new CountDownLatch(1);
        try (Interrupts.Watch watch = context.services().interrupts().watch(ended::countDown);
                Opened opened = open(context, server);
                ClinicBeans beans = ClinicBeans.register(server, parts(context))) {
            long process = ProcessHandle.current().pid();
            context.terminal().data("Ready: process " + process
                    + opened.port().map(each -> ", " + each.serviceUrl()).orElse("") + "\n");
            context.say("This user reaches it by: jconsole " + process);
            opened.port().ifPresent(each -> context.say("At the port the user is '" + ClinicNames.USER
                    + "', and the password is in " + each.passwordFile() + "."));
            context.say("Ctrl-C ends it.");
            ended.await();
            return watch.interrupted() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
        } catch (JMException e) {
            throw Refusal.environment("The clinic's beans cannot be registered: " + e.getMessage() + ".");
        }
    }

    private static ClinicParts parts(Context context) {
        try {
            return new ClinicParts(context.services().contributions(), context.services().home().cases(),
                    context.services().clock(), context.options().settings(), VERSION);
        } catch (CaseException e) {
            throw Refusal.environment(e);
        }
    }

    private Opened open(Context context, MBeanServer server) {
        if (port == null) {
            return new Opened(Optional.empty());
        }
        try {
            Path file = context.services().home().jmx().resolve("password");
            return new Opened(Optional.of(ClinicPort.open(server, port, file)));
        } catch (CaseException e) {
            throw Refusal.environment(e);
        } catch (IOException e) {
            throw Refusal.environment("Port " + port + " cannot be opened on loopback; another program may have it.");
        }
    }

    /** The port, if one was asked for. */
    private record Opened(Optional<ClinicPort> port) implements AutoCloseable {

        @Override
        public void close() {
            port.ifPresent(ClinicPort::close);
        }
    }
}
