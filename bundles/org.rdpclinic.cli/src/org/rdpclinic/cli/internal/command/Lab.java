// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.probe.Network;

/** The lab as commands see it. */
public interface Lab {

    /**
     * A scenario in the list.
     *
     * @param id          stable id
     * @param title       in a few words
     * @param description what is wrong, and how it came about
     */
    record Entry(String id, String title, String description) {
    }

    /** All scenarios, in the order in which they are shown. */
    List<Entry> scenarios();

    /**
     * Plays a scenario until it is closed.
     *
     * @param id     a scenario that there is
     * @param folder where its state is kept; else in a temporary folder
     * @param port   its port on loopback, 0 for any that is free
     * @throws HostException with a sentence when it cannot be played
     */
    Play play(String id, Optional<Path> folder, int port) throws HostException;

    /** A scenario that is being played. */
    interface Play extends AutoCloseable {

        /** What the user dials, as it appears on the simulated path. */
        Target target() throws HostException;

        /** The client of the scenario. */
        ClientProfile client() throws HostException;

        /** The net as that client sees it. */
        Network network();

        /** Where the state is kept. */
        Path folder();

        /** The port on loopback. */
        int port();

        @Override
        void close();
    }
}
