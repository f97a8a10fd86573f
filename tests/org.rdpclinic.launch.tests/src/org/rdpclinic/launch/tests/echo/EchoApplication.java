// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests.echo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Prints each argument that reached it, URL-encoded and one a line; {@code :exit=N} sets the status, {@code :wait}
 * waits.
 */
public final class EchoApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        int status = 0;
        for (String argument : (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS)) {
            System.out.println(URLEncoder.encode(argument, StandardCharsets.UTF_8));
            System.out.flush();
            if (argument.startsWith(":exit=")) {
                status = Integer.parseInt(argument.substring(":exit=".length()));
            } else if (argument.equals(":wait")) {
                Thread.sleep(60_000);
            }
        }
        return status;
    }

    @Override
    public void stop() {
        // Nothing to end: the process ends by a signal.
    }
}
