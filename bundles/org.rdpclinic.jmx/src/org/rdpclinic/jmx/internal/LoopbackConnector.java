// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.remote.JMXAuthenticator;
import javax.management.remote.JMXPrincipal;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import javax.security.auth.Subject;
import org.rdpclinic.engine.cases.CaseException;
import org.rdpclinic.jmx.ClinicNames;

/**
 * An RMI connector on one port of loopback. The server socket factory binds the port to loopback; clients use the JDK's
 * own sockets, since they have no class of the clinic, and the address that they are given is 127.0.0.1.
 */
public final class LoopbackConnector implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ENTRY = "jmxrmi";
    /** A login is an array of two texts and nothing else. */
    private static final String CREDENTIALS = "maxdepth=2;maxrefs=3;maxarray=2;maxbytes=4096;java.lang.String;!*";
    /** Arguments are simple; clients also send names of beans, attributes, and filters of notifications. */
    private static final String ARGUMENTS = "maxdepth=20;maxrefs=10000;maxarray=10000;maxbytes=1000000;java.lang.*;"
            + "java.util.*;java.math.*;java.rmi.MarshalledObject;javax.management.*;javax.management.openmbean.*;!*";

    private final RMIConnectorServer connector;
    private final Registry registry;
    private final int port;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rdpclinic port").factory());

    private LoopbackConnector(RMIConnectorServer connector, Registry registry, int port, Remote stub) {
        this.connector = connector;
        this.registry = registry;
        this.port = port;
        thread.scheduleWithFixedDelay(() -> enter(stub), 1, 1, TimeUnit.SECONDS);
    }

    /** Any local program can take the entry out of the registry, which asks for no password: it is put back. */
    private void enter(Remote stub) {
        try {
            registry.rebind(ENTRY, stub);
        } catch (RemoteException e) {
            System.getLogger(LoopbackConnector.class.getName()).log(System.Logger.Level.WARNING,
                    "New JMX clients do not find the clinic.", e);
        }
    }

    /**
     * Opens it.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port cannot be opened
     */
    public static LoopbackConnector open(MBeanServer server, int port, PasswordFile password) throws IOException {
        // RMI reads both once, before it opens its first port. Without the first, clients would be sent to the
        // machine's own name; without the second, any local program could put its own object in the place of ours.
        System.setProperty("java.rmi.server.hostname", LOOPBACK);
        System.setProperty("sun.rmi.registry.registryFilter", "!*");
        BoundToLoopback sockets = new BoundToLoopback();
        Registry registry = LocateRegistry.createRegistry(port, null, sockets);
        try {
            int open = sockets.port;
            Map<String, Object> environment = new HashMap<>();
            environment.put(RMIConnectorServer.AUTHENTICATOR, new Login(password));
            environment.put(RMIConnectorServer.CREDENTIALS_FILTER_PATTERN, CREDENTIALS);
            environment.put(RMIConnectorServer.SERIAL_FILTER_PATTERN, ARGUMENTS);
            RMIJRMPServerImpl objects = new RMIJRMPServerImpl(open, null, sockets, environment);
            RMIConnectorServer connector = new RMIConnectorServer(new JMXServiceURL("rmi", LOOPBACK, open),
                    environment, objects, server);
            connector.start();
            registry.rebind(ENTRY, objects.toStub());
            return new LoopbackConnector(connector, registry, open, objects.toStub());
        } catch (IOException | RuntimeException e) {
            UnicastRemoteObject.unexportObject(registry, true);
            throw e;
        }
    }

    /** The port. */
    public int port() {
        return port;
    }

    /** The address for clients. */
    public String serviceUrl() {
        return "service:jmx:rmi:///jndi/rmi://" + LOOPBACK + ":" + port + "/" + ENTRY;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            connector.stop();
        } catch (IOException e) {
            // A client that does not answer any more is no reason to stay.
            System.getLogger(LoopbackConnector.class.getName()).log(System.Logger.Level.DEBUG, "A client hangs.", e);
        }
        try {
            UnicastRemoteObject.unexportObject(registry, true);
        } catch (NoSuchObjectException gone) {
            return;
        }
    }

    /** Asks everybody for the password, also who comes from this machine. */
    private record Login(PasswordFile password) implements JMXAuthenticator {

        @Override
        public Subject authenticate(Object credentials) {
            if (!(credentials instanceof String[] pair) || pair.length != 2 || pair[0] == null || pair[1] == null) {
                throw new SecurityException("The clinic asks for the user '" + ClinicNames.USER
                        + "' and the password that its owner finds in the clinic's home.");
            }
            Optional<String> user = check(pair[0], pair[1]);
            return new Subject(true, Set.of(new JMXPrincipal(user.orElseThrow(
                    () -> new SecurityException("The user or the password is wrong.")))), Set.of(), Set.of());
        }

        private Optional<String> check(String user, String given) {
            try {
                // Both are always compared, so that the time tells nothing.
                boolean right = password.matches(given);
                return right & user.equals(ClinicNames.USER) ? Optional.of(user) : Optional.empty();
            } catch (CaseException e) {
                throw new SecurityException("The clinic's password file cannot be used at the moment.");
            }
        }
    }

    /** Binds to loopback, and remembers the port: registry and objects share one when they share the factory. */
    private static final class BoundToLoopback implements RMIServerSocketFactory {

        private static final int WAITING = 50;
        private volatile int port;

        @Override
        public ServerSocket createServerSocket(int wanted) throws IOException {
            ServerSocket socket = new ServerSocket(wanted, WAITING, InetAddress.getByName(LOOPBACK));
            port = socket.getLocalPort();
            return socket;
        }
    }
}
