// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.TcpOutcome;

class PathTest {

    private static final int CONTROL_PORT = 47_001;
    private static final String START = "{\"id\": \"x\", \"title\": \"x\", \"description\": \"x\", \"path\": ";

    private static LabRun playPath(String path) throws Exception {
        return LabRun.start(Scenarios.parse(START + path + "}", "x"), Lab.OPTIONS);
    }

    private static TcpOutcome connect(LabRun run, String address, int port, Duration timeout) throws Exception {
        TcpOutcome outcome = run.network().connect(new InetSocketAddress(InetAddress.getByName(address), port),
                timeout, new Request(run));
        if (outcome instanceof TcpOutcome.Accepted accepted) {
            accepted.socket().close();
        }
        return outcome;
    }

    @Nested
    class Names {

        @Test
        void theTargetsNameBecomesItsApparentAddress() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                Network.Resolution found = run.network().resolve("DESK-7.clinic.example");
                assertEquals(new Network.Resolution.Addresses(List.of(InetAddress.getByName("10.20.0.15"))), found);
                assertFalse(run.network().isLocal(InetAddress.getByName("10.20.0.15")));
            }
        }

        @Test
        void aLiteralAddressNeedsNoResolver() throws Exception {
            try (LabRun run = Lab.play("name-unresolved")) {
                assertInstanceOf(Network.Resolution.Addresses.class, run.network().resolve("2001:db8::1"));
                assertInstanceOf(Network.Resolution.Unresolved.class, run.network().resolve(run.target().host()));
            }
        }

        @Test
        void otherAddressesCannotBeReached() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                assertInstanceOf(TcpOutcome.Unreachable.class,
                        connect(run, "192.0.2.1", 3389, Duration.ofMillis(300)));
            }
        }

        @Test
        void theClockIsTheOneGiven() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                assertEquals(Lab.NOW, run.network().clock().instant());
            }
        }
    }

    @Nested
    class ControlPorts {

        @Test
        void theyAreRefusedByDefault() throws Exception {
            try (LabRun run = Lab.play("healthy")) {
                assertInstanceOf(TcpOutcome.Refused.class,
                        connect(run, "10.20.0.15", CONTROL_PORT, Duration.ofMillis(300)));
            }
        }

        @Test
        void stealthModeSwallowsTheReset() throws Exception {
            try (LabRun run = Lab.play("rdp-disabled-silent")) {
                assertInstanceOf(TcpOutcome.Silent.class,
                        connect(run, "10.20.0.15", CONTROL_PORT, Duration.ofMillis(300)));
            }
        }

        @Test
        void aForwarderAcceptsThemAll() throws Exception {
            try (LabRun run = Lab.play("forwarder-target-down")) {
                assertInstanceOf(TcpOutcome.Accepted.class,
                        connect(run, "100.64.0.7", CONTROL_PORT, Duration.ofMillis(300)));
                assertEquals("closed", new Wire(run).port(CONTROL_PORT));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"silent", "accepted"})
        void thePathMayAnswerForThem(String answer) throws Exception {
            try (LabRun run = playPath("{\"otherPorts\": \"" + answer + "\"}")) {
                TcpOutcome outcome = connect(run, "10.20.0.15", CONTROL_PORT, Duration.ofMillis(300));
                assertEquals(answer.equals("accepted"), outcome instanceof TcpOutcome.Accepted);
                assertEquals("selected 8, TLS 1.3", new Wire(run).asItsClient());
            }
        }
    }

    @Nested
    class Forwarders {

        @Test
        void oneThatReachesItsTargetIsPassedThrough() throws Exception {
            try (LabRun run = playPath("{\"forwarder\": \"up\"}")) {
                assertEquals("selected 8, TLS 1.3", new Wire(run).asItsClient());
                run.state().setRegistry(LabFolder.SERVER, "fDenyTSConnections", 1);
                assertEquals("closed", new Wire(run).asItsClient());
            }
        }
    }

    @Test
    void thePathCanBeChangedWhileItIsPlayed() throws Exception {
        try (LabRun run = Lab.play("healthy")) {
            run.state().change("path.json", "{\"forwarder\": \"down\"}");
            assertEquals("closed", new Wire(run).asItsClient());
            run.state().change("path.json", "{\"forwarder\": null, \"names\": {\"desk-7.clinic.example\": []}}");
            assertEquals("unresolved", new Wire(run).asItsClient());
        }
    }

    @Nested
    class Times {

        @Test
        void theRoundTripIsPartOfTheConnectTime() throws Exception {
            try (LabRun run = playPath("{\"roundTripMillis\": 40}")) {
                var accepted = (TcpOutcome.Accepted) connect(run, "10.20.0.15", 3389, Duration.ofSeconds(5));
                assertTrue(accepted.connectTime().compareTo(Duration.ofMillis(40)) >= 0);
            }
        }

        @Test
        void aLostPacketIsSentAgainAfterASecond() throws Exception {
            try (LabRun run = playPath("{\"loss\": \"x.\"}")) {
                var accepted = (TcpOutcome.Accepted) connect(run, "10.20.0.15", 3389, Duration.ofSeconds(10));
                assertTrue(accepted.connectTime().compareTo(Duration.ofSeconds(1)) >= 0);
            }
        }

        @Test
        void whereAllAreLostThereIsSilence() throws Exception {
            try (LabRun run = playPath("{\"loss\": \"x\"}")) {
                assertInstanceOf(TcpOutcome.Silent.class,
                        connect(run, "10.20.0.15", 3389, Duration.ofMillis(100)));
            }
        }
    }

    @Test
    void silenceIsSilenceAlsoForSeveralTriesOfAnyClient() throws Exception {
        try (LabRun run = Lab.play("port-filtered")) {
            for (int i = 0; i < 4; i++) {
                try (Socket socket = new Socket()) {
                    org.junit.jupiter.api.Assertions.assertThrows(SocketTimeoutException.class, () -> socket
                            .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), run.port()), 200));
                }
            }
        }
    }
}
