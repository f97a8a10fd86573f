// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.nio.file.Path;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.lab.internal.make.StateMaker;
import org.rdpclinic.lab.internal.net.LabNetwork;
import org.rdpclinic.lab.internal.server.LabServer;
import org.rdpclinic.lab.internal.state.ClientFile;

/** A state that is being played: its ports are open until it is closed. Any number can run side by side. */
public final class LabRun implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;
    private final LabServer server;
    private final Network network;
    private final Target target;
    private final ClientProfile client;
    private final LabHost host;

    private LabRun(Path folder, boolean temporary, String spec, LabOptions options) throws HostException {
        this.folder = folder;
        this.temporary = temporary;
        this.client = new ClientFile(folder.resolve("client.json")).read();
        this.host = LabHost.open(spec, folder);
        this.server = new LabServer(folder, StateMaker.MEMBERS, options.port(), options.clock(), options.patience());
        this.target = new Target(server.dialled(), Optional.empty());
        this.network = new LabNetwork(server, options.clock());
    }

    /**
     * Plays a scenario from its start: one attempt of a foreign client some minutes ago is in the logs.
     *
     * @throws HostException with a sentence when the folder is not empty or cannot be written, or the port is taken
     */
    public static LabRun start(Scenario scenario, LabOptions options) throws HostException {
        boolean temporary = options.folder().isEmpty();
        Path folder = temporary ? Folders.temporary() : options.folder().get().toAbsolutePath();
        try {
            Folders.make(folder, scenario, options);
            return new LabRun(folder, temporary, "lab:" + scenario.id() + "@" + folder, options);
        } catch (HostException e) {
            if (temporary) {
                Folders.delete(folder);
            }
            throw e;
        }
    }

    /**
     * Plays the state that a folder holds, as it is.
     *
     * @param options the folder in it is not looked at
     * @throws HostException with a sentence when the folder holds no sound state, or the port is taken
     */
    public static LabRun start(Path folder, LabOptions options) throws HostException {
        return new LabRun(folder.toAbsolutePath(), false, "lab:folder@" + folder.toAbsolutePath(), options);
    }

    /** What the user dials, as it appears on the simulated path. */
    public Target target() {
        return target;
    }

    /** The client as its .rdp file and policy change it. */
    public ClientProfile client() {
        return client;
    }

    /** The net as that client sees it. */
    public Network network() {
        return network;
    }

    /** Where the state is kept. */
    public Path folder() {
        return folder;
    }

    /** The state, to be changed value by value; the wire follows at once. */
    public LabFolder state() {
        return LabFolder.of(folder, this::refresh);
    }

    /** The loopback port that stands for the one that is dialled. */
    public int port() {
        return server.port();
    }

    /** The simulated host; the first where several stand behind one address. */
    public LabHost host() {
        return host;
    }

    private void refresh() {
        try {
            server.refresh();
        } catch (HostException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Ends every connection, frees the ports, and deletes a temporary folder. */
    @Override
    public void close() {
        server.close();
        if (temporary) {
            Folders.delete(folder);
        }
    }
}
