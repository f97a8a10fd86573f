// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.api.host.HostException;

class LabRunTest {

    @TempDir
    Path folder;

    @Test
    void runsStandSideBySide() throws Exception {
        try (LabRun one = Lab.play("healthy"); LabRun other = Lab.play("healthy"); LabRun third = Lab.play("not-rdp")) {
            assertNotEquals(one.port(), other.port());
            assertNotEquals(one.folder(), other.folder());
            one.state().setRegistry(LabFolder.LISTENER, "SecurityLayer", 0);
            assertEquals("failure 2", new Wire(one).asItsClient());
            assertEquals("selected 8, TLS 1.3", new Wire(other).asItsClient());
            assertEquals("not RDP", new Wire(third).asItsClient());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "rdp-disabled", "port-filtered", "forwarder-target-down"})
    void closingFreesThePortAndEndsConnections(String id) throws Exception {
        LabRun run = Lab.play(id);
        int port = run.port();
        run.close();
        try (ServerSocket taken = new ServerSocket()) {
            taken.setReuseAddress(true);
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        assertFalse(Files.exists(run.folder()));
    }

    @Test
    void aConnectionThatWaitsIsEndedByClosing() throws Exception {
        LabRun run = Lab.play("healthy");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port())) {
            socket.setSoTimeout(30_000);
            run.close();
            int end;
            try {
                end = socket.getInputStream().read();
            } catch (java.net.SocketException reset) {
                end = -1;
            }
            assertEquals(-1, end);
        }
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), run.port()).close());
    }

    @Test
    void closingTwiceDoesNoHarm() throws Exception {
        LabRun run = Lab.play("healthy");
        run.close();
        run.close();
    }

    @Test
    void aGivenFolderIsKeptAndCanBePlayedAgain() throws Exception {
        try (LabRun run = LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withFolder(folder))) {
            run.state().setRegistry(LabFolder.LISTENER, "SecurityLayer", 0);
        }
        try (LabRun again = LabRun.start(folder, Lab.OPTIONS)) {
            assertEquals("failure 2", new Wire(again).asItsClient());
            assertEquals("desk-7.clinic.example", again.target().host());
        }
        assertTrue(Files.exists(folder.resolve("registry.json")));
    }

    @Test
    void aChangeByAnotherHandReachesThePortsBeforeLong() throws Exception {
        try (LabRun run = LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withFolder(folder))) {
            LabFolder.of(folder).setRegistry(LabFolder.SERVER, "fDenyTSConnections", 1);
            boolean refused = false;
            for (int i = 0; i < 500 && !refused; i++) {
                Thread.sleep(10);
                try {
                    new Socket(InetAddress.getLoopbackAddress(), run.port()).close();
                } catch (ConnectException e) {
                    refused = true;
                }
            }
            assertTrue(refused);
        }
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        HostException e = assertThrows(HostException.class,
                () -> LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withFolder(folder)));
        assertTrue(e.getMessage().contains("is not empty"), e.getMessage());
        assertEquals("mine", Files.readString(folder.resolve("letter.txt")));
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            HostException e = assertThrows(HostException.class,
                    () -> LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withPort(taken.getLocalPort())));
            assertTrue(e.getMessage().contains(Integer.toString(taken.getLocalPort())), e.getMessage());
        }
    }

    @Test
    void aPortCanBeGiven() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (LabRun run = LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withPort(port))) {
            assertEquals(port, run.port());
            assertEquals(3389, run.target().port());
        }
    }
}
