// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.server;

import java.io.IOException;
import java.nio.file.Path;
import javax.management.MBeanServer;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.jmx.internal.LoopbackConnector;
import org.rdpclinic.jmx.internal.PasswordFile;

/**
 * One port on loopback by which clients with the password reach a server of beans; open until this is closed. The
 * registry and the objects share it.
 */
public final class ClinicPort implements AutoCloseable {

    private final LoopbackConnector connector;
    private final PasswordFile file;

    private ClinicPort(LoopbackConnector connector, PasswordFile file) {
        this.connector = connector;
        this.file = file;
    }

    /**
     * Opens the port. The process is told to name itself 127.0.0.1 to RMI clients, and to take nothing into its
     * registry from outside.
     *
     * @param server what clients reach
     * @param port   the port, 0 for any that is free
     * @param file   the password's file; made with a random password where it does not exist
     * @throws CaseException with a sentence when others could read the file
     * @throws IOException   when the port cannot be opened
     */
    public static ClinicPort open(MBeanServer server, int port, Path file) throws CaseException, IOException {
        PasswordFile password = PasswordFile.of(file);
        return new ClinicPort(LoopbackConnector.open(server, port, password), password);
    }

    /** The port. */
    public int port() {
        return connector.port();
    }

    /** The address that clients are given. */
    public String serviceUrl() {
        return connector.serviceUrl();
    }

    /** Where the password lies. */
    public Path passwordFile() {
        return file.path();
    }

    @Override
    public void close() {
        connector.close();
    }
}
