// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.rdpclinic.cli.internal.command.ProcessServices;
import org.rdpclinic.cli.internal.terminal.ProcessTerminal;

/**
 * What Equinox starts: hands the user's arguments to {@link Main} and its answer back as the exit status.
 *
 * <p>Nothing is thrown from here, since an application that throws ends the process with status 0.
 */
public final class ClinicApplication implements IApplication {

    /** The exit status for an internal error, and for trouble with the environment. */
    static final int INTERNAL_ERROR = 4;

    @Override
    public Object start(IApplicationContext context) {
        try (ProcessServices services = new ProcessServices()) {
            String[] given = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            return Main.run(UserArguments.of(given, System.getenv()), ProcessTerminal.find(), services);
        } catch (Throwable error) {
            System.err.println(InternalError.describe(error));
            return INTERNAL_ERROR;
        } finally {
            System.out.flush();
            System.err.flush();
        }
    }

    @Override
    public void stop() {
        // A signal ends the process without this call; commands that must tidy up have a shutdown hook of their own.
    }
}
