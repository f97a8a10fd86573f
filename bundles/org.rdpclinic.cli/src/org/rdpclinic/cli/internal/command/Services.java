// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.time.Clock;
import org.rdpclinic.cli.internal.terminal.Interrupts;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.engine.cases.Home;
import org.rdpclinic.engine.dropins.Dropins;

/** What commands work with. Each is made when it is first asked for, so that a short command stays short. */
public interface Services {

    /** What bundles contribute. */
    Contributions contributions();

    /**
     * The bundle files of third parties, the trusted ones installed.
     *
     * @throws CaseException with a sentence when the user has no folder
     */
    Dropins dropins() throws CaseException;

    /** The lab. */
    Lab lab();

    /**
     * The user's folder.
     *
     * @throws CaseException with a sentence when there is none
     */
    Home home() throws CaseException;

    /** By which cases are dated. */
    Clock clock();

    /** The user's Ctrl-C. */
    Interrupts interrupts();
}
