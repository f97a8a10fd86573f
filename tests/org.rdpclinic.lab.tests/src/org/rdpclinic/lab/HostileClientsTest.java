// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rdpclinic.rdp.client.RdpConnection;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.x224.ConnectionRequest;

/** Whatever a client sends or leaves unsent, the next one is served. */
@Timeout(60)
class HostileClientsTest {

    private static final int AT_ONCE = 64;
    private static final String GOOD = "selected 8, TLS 1.3";

    private LabRun run;

    @BeforeEach
    void play() throws Exception {
        run = LabRun.start(Lab.scenario("healthy"), Lab.OPTIONS.withPatience(Duration.ofMillis(1500)));
    }

    @AfterEach
    void end() {
        run.close();
    }

    private Socket dial() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Reads until the server ends the connection. */
    private static void readToTheEnd(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // What it says does not matter.
            }
        } catch (java.net.SocketException reset) {
            // An end like any other.
        }
    }

    @Test
    void garbageEndsItsOwnConnectionAlone() throws Exception {
        Random random = new Random(3389);
        for (int i = 0; i < 30; i++) {
            byte[] garbage = new byte[1 + random.nextInt(3000)];
            random.nextBytes(garbage);
            try (Socket socket = dial()) {
                write(socket, garbage);
                socket.shutdownOutput();
                readToTheEnd(socket);
            }
        }
        assertEquals(GOOD, new Wire(run).asItsClient());
    }

    @Test
    void garbageInPlaceOfAClientHelloDoesToo() throws Exception {
        Random random = new Random(443);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[1 + random.nextInt(3000)];
            random.nextBytes(garbage);
            garbage[0] = i % 2 == 0 ? 22 : garbage[0];
            try (Socket socket = dial()) {
                new RdpConnection(socket).negotiate(ConnectionRequest.offering(Wire.MSTSC),
                        Deadline.in(Duration.ofSeconds(5)));
                write(socket, garbage);
                socket.shutdownOutput();
                readToTheEnd(socket);
            }
        }
        assertEquals(GOOD, new Wire(run).asItsClient());
    }

    @Test
    void aClientThatNeverStopsIsCutOff() throws Exception {
        run.state().setOtherProgram(3389, "vnc", "RFB 003.008\n");
        byte[] chunk = new byte[8192];
        boolean cutOff = false;
        try (Socket socket = dial()) {
            for (int i = 0; i < 10_000 && !cutOff; i++) {
                socket.getOutputStream().write(chunk);
            }
        } catch (IOException expected) {
            cutOff = true;
        }
        assertTrue(cutOff);
    }

    @Test
    void aClientThatSaysNothingOrHalfARequestIsGivenUp() throws Exception {
        for (byte[] start : new byte[][] {{}, {3, 0, 0, 19, 14}}) {
            try (Socket socket = dial()) {
                write(socket, start);
                readToTheEnd(socket);
            }
        }
    }

    @Test
    void moreClientsThanThereIsRoomForAreTurnedAway() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                idle.add(dial());
            }
            try (Socket late = dial()) {
                readToTheEnd(late);
            }
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
        try (Socket patient = dial()) {
            readToTheEnd(patient);
        }
        assertEquals(GOOD, new Wire(run).asItsClient());
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException alreadyEnded) {
            // The server may be the faster one.
        }
    }
}
