// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.cli.internal.terminal.Terminal;
import picocli.CommandLine.Mixin;

/** A command with the options that all commands have. picocli fills in the fields, then it runs once. */
public abstract class Command {

    /** The version of this build. */
    public static final String VERSION = "RDP Clinic 0.1.0";

    @Mixin
    private CommonOptions common;

    /** The options of every command. */
    final CommonOptions common() {
        return common;
    }

    /**
     * Does what was asked.
     *
     * @return the exit status
     * @throws Exception a {@link Refusal} with a sentence for the user; anything else
     *                   is an error of the clinic's own
     */
    protected abstract int run(Context context) throws Exception;

    /** Runs it with the options that were given. */
    public final int call(Terminal terminal, Services services) throws Exception {
        return run(new Context(terminal, services, common));
    }
}
