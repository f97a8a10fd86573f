// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

/** The user's Ctrl-C. */
public interface Interrupts {

    /**
     * Watches for an interrupt while something is done.
     *
     * @param end called once when it comes, on another thread: ends what is being done, soon
     * @return to be closed when it has ended and everything is written; the process stays alive until then, a few
     *         seconds at most
     */
    Watch watch(Runnable end);

    /** One watch. */
    interface Watch extends AutoCloseable {

        /** Whether the interrupt came. */
        boolean interrupted();

        @Override
        void close();
    }
}
