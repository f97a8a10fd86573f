// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rdpclinic.lab.LabFolder.LISTENER;
import static org.rdpclinic.lab.LabFolder.POLICY;
import static org.rdpclinic.lab.LabFolder.SCHANNEL;
import static org.rdpclinic.lab.LabFolder.SERVER;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.host.Files.AccessEntry;
import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.host.Sessions;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.x224.ConnectionRequest;

/** One value of a default Windows is changed while it runs; the next connection shows it. */
class WireFollowsTest {

    private static final String GOOD = "selected 8, TLS 1.3";
    private static final String BROKEN_OFF = "selected 8, reset at CLIENT_HELLO after nothing";
    private static final String KEY_SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\KeyIso";
    private static final String TERM_SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\TermService";
    private static final String SUITES =
            "HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
    private static final String SYSTEM = "S-1-5-18";
    private static final String NETWORK_SERVICE = "S-1-5-20";
    private static final long READ = 0x120089;

    private LabRun run;
    private LabFolder state;
    private Wire wire;

    @BeforeEach
    void play() throws Exception {
        run = Lab.play("healthy");
        state = run.state();
        wire = new Wire(run);
        assertEquals(GOOD, wire.asItsClient());
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Nested
    class SecurityLayer {

        @Test
        void zeroRefusesTlsAndDoesStandardSecurity() throws Exception {
            state.setRegistry(LISTENER, "SecurityLayer", 0);
            assertEquals("failure 2", wire.ask(Wire.MSTSC));
            assertEquals("failure 2", wire.ask(1));
            assertEquals("selected 0", wire.ask(0));
            assertEquals("plain confirm", wire.withoutNegotiation());
        }

        @Test
        void oneDoesTheBestThatIsAskedFor() throws Exception {
            state.setRegistry(LISTENER, "SecurityLayer", 1);
            state.setRegistry(LISTENER, "UserAuthentication", 0);
            assertEquals(GOOD, wire.ask(Wire.MSTSC));
            assertEquals("selected 2, TLS 1.3", wire.ask(3));
            assertEquals("selected 1, TLS 1.3", wire.ask(1));
            assertEquals("selected 0", wire.ask(0));
        }

        @Test
        void twoDemandsTls() throws Exception {
            state.setRegistry(LISTENER, "UserAuthentication", 0);
            assertEquals("selected 1, TLS 1.3", wire.ask(1));
            assertEquals("failure 1", wire.ask(0));
        }

        @Test
        void aValueThatDoesNotExistClosesWhateverIsAsked() throws Exception {
            state.setRegistry(LISTENER, "SecurityLayer", 5);
            assertEquals("closed", wire.ask(Wire.MSTSC));
            assertEquals("closed", wire.ask(1));
            assertEquals("closed", wire.ask(0));
        }

        @Test
        void policyWins() throws Exception {
            state.setRegistry(POLICY, "SecurityLayer", 0);
            assertEquals("failure 2", wire.ask(Wire.MSTSC));
            state.removeRegistry(POLICY, "securitylayer");
            assertEquals(GOOD, wire.ask(Wire.MSTSC));
        }
    }

    @Nested
    class UserAuthentication {

        @Test
        void oneDemandsCredSsp() throws Exception {
            assertEquals("failure 5", wire.ask(1));
            assertEquals("selected 2, TLS 1.3", wire.ask(3));
        }

        @Test
        void aValueThatDoesNotExistCloses() throws Exception {
            state.setRegistry(LISTENER, "UserAuthentication", 2);
            assertEquals("closed", wire.ask(Wire.MSTSC));
        }

        @Test
        void soDoesAnEncryptionLevelThatDoesNotExist() throws Exception {
            state.setRegistry(LISTENER, "MinEncryptionLevel", 0);
            assertEquals("closed", wire.ask(Wire.MSTSC));
            state.setRegistry(LISTENER, "MinEncryptionLevel", 4);
            assertEquals(GOOD, wire.ask(Wire.MSTSC));
        }
    }

    @Nested
    class Listening {

        @Test
        void fDenyTsConnectionsClosesThePort() throws Exception {
            state.setRegistry(SERVER, "fDenyTSConnections", 1);
            assertEquals("refused", wire.asItsClient());
            state.setRegistry(SERVER, "fDenyTSConnections", 0);
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void itsAbsenceClosesThePortToo() throws Exception {
            state.removeRegistry(SERVER, "fDenyTSConnections");
            assertEquals("refused", wire.asItsClient());
        }

        @Test
        void aPolicyOfOneClosesThePort() throws Exception {
            state.setRegistry(POLICY, "fDenyTSConnections", 1);
            assertEquals("refused", wire.asItsClient());
        }

        @Test
        void theOtherSwitchesCloseIt() throws Exception {
            state.setRegistry(SERVER, "TSEnabled", 0);
            assertEquals("refused", wire.asItsClient());
            state.setRegistry(SERVER, "TSEnabled", 1);
            state.setRegistry(LISTENER, "fEnableWinStation", 0);
            assertEquals("refused", wire.asItsClient());
        }

        @Test
        void aStoppedOrDisabledServiceListensNowhere() throws Exception {
            state.setService("TermService", Services.State.STOPPED);
            assertEquals("refused", wire.asItsClient());
            state.setService("TermService", Services.State.RUNNING);
            assertEquals(GOOD, wire.asItsClient());
            state.setRegistry(TERM_SERVICE, "Start", 4);
            assertEquals("refused", wire.asItsClient());
        }

        @Test
        void aServiceThatHangsAcceptsAndSaysNothing() throws Exception {
            state.setService("TermService", Services.State.STOP_PENDING);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port())) {
                socket.getOutputStream().write(ConnectionRequest.offering(Wire.MSTSC).encode().toArray());
                socket.setSoTimeout(300);
                assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
            }
        }

        @Test
        void stealthModeMakesAClosedPortSilentAndLeavesAnOpenOneAlone() throws Exception {
            state.setFirewall(new Firewall.State(true, true, List.of(new Firewall.Rule("in", true, List.of(3389)))));
            assertEquals(GOOD, wire.asItsClient());
            state.setService("TermService", Services.State.STOPPED);
            assertEquals("silent", wire.asItsClient());
            state.setService("TermService", Services.State.RUNNING);
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void theFirewallLetsThroughWhatARuleAllowsAndNoneBlocks() throws Exception {
            Firewall.Rule allow = new Firewall.Rule("in", true, List.of(3389));
            state.setFirewall(new Firewall.State(true, false, List.of()));
            assertEquals("silent", wire.asItsClient());
            state.setFirewall(new Firewall.State(true, false, List.of(allow, new Firewall.Rule("no", false,
                    List.of()))));
            assertEquals("silent", wire.asItsClient());
            state.setFirewall(new Firewall.State(false, false, List.of()));
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void aMovedPortIsRefusedWhereItWasAndNeedsARuleWhereItIs() throws Exception {
            state.setRegistry(LISTENER, "PortNumber", 33890);
            assertEquals("refused", wire.asItsClient());
            assertEquals("silent", wire.port(33890));
            state.setFirewall(new Firewall.State(true, false, List.of(new Firewall.Rule("in", true,
                    List.of(3389, 33890)))));
            assertEquals(GOOD, wire.port(33890));
        }

        @Test
        void anotherProgramThatHasThePortKeepsIt() throws Exception {
            state.setOtherProgram(3389, "vnc", "RFB 003.008\n");
            assertEquals("not RDP", wire.asItsClient());
        }

        @Test
        void aChangeByAnotherHandIsFollowedToo() throws Exception {
            LabFolder.of(run.folder()).setRegistry(SERVER, "fDenyTSConnections", 1);
            assertEquals("refused", wire.asItsClient());
        }
    }

    @Nested
    class Keys {

        @Test
        void aDeniedReadBreaksOffAnyHello() throws Exception {
            state.setAccess(Lab.KEY_FILE, List.of(new AccessEntry(NETWORK_SERVICE, false, READ),
                    new AccessEntry(NETWORK_SERVICE, true, READ)));
            assertEquals(BROKEN_OFF, wire.ask(Wire.MSTSC));
            assertEquals(BROKEN_OFF, wire.ask(Wire.MSTSC, TlsOffer.only(TlsVersion.TLS_1_1)));
            assertEquals("reset at CLIENT_HELLO", wire.hello(List.of(0x00FE)));
        }

        @Test
        void anAllowForEveryoneOpensTheFile() throws Exception {
            state.setAccess(Lab.KEY_FILE, List.of(new AccessEntry("S-1-1-0", true, READ)));
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void aDenyForServiceShutsItInSpiteOfALaterAllow() throws Exception {
            state.setAccess(Lab.KEY_FILE, List.of(new AccessEntry("S-1-5-6", false, READ),
                    new AccessEntry(NETWORK_SERVICE, true, READ)));
            assertEquals(BROKEN_OFF, wire.asItsClient());
            state.setAccess(Lab.KEY_FILE, List.of(new AccessEntry(NETWORK_SERVICE, true, READ),
                    new AccessEntry("S-1-5-6", false, READ)));
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void aMissingFileBreaksOff() throws Exception {
            state.deleteFile(Lab.KEY_FILE);
            assertEquals(BROKEN_OFF, wire.asItsClient());
        }

        @Test
        void aFileThatOnlySystemMayReadBreaksOff() throws Exception {
            state.setAccess(Lab.KEY_FILE, List.of(new AccessEntry(SYSTEM, true, 0x1F01FF)));
            assertEquals(BROKEN_OFF, wire.asItsClient());
        }

        @Test
        void aPinThatNamesNothingBreaksOff() throws Exception {
            state.setRegistry(LISTENER, "SSLCertificateSHA1Hash", new RegistryValue.Binary("ab".repeat(20)));
            assertEquals(BROKEN_OFF, wire.asItsClient());
            state.removeRegistry(LISTENER, "SSLCertificateSHA1Hash");
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void keyIsolationSwitchedOffBreaksOff() throws Exception {
            state.setRegistry(KEY_SERVICE, "Start", 4);
            assertEquals(BROKEN_OFF, wire.asItsClient());
        }

        @Test
        void anEmptyStoreBreaksOff() throws Exception {
            state.removeCertificate("Remote Desktop", state.certificates("Remote Desktop").getFirst().thumbprint());
            assertEquals(BROKEN_OFF, wire.asItsClient());
        }

        @Test
        void otherDatesAreServedAsTheyAre() throws Exception {
            Instant from = Lab.NOW.minus(Duration.ofDays(400));
            Instant to = Lab.NOW.minus(Duration.ofDays(200));
            state.setCertificateDates(from, to);
            assertEquals(GOOD, wire.asItsClient());
            assertEquals(to, wire.certificate().getNotAfter().toInstant());
        }
    }

    @Nested
    class Tls {

        private void version(String version, String name, long value) throws Exception {
            state.setRegistry(SCHANNEL + version + "\\Server", name, value);
        }

        @Test
        void aVersionSwitchedOffIsNotAgreed() throws Exception {
            version("TLS 1.3", "Enabled", 0);
            assertEquals("selected 8, TLS 1.2", wire.asItsClient());
            assertEquals("selected 8, alert 70 at CLIENT_HELLO",
                    wire.ask(Wire.MSTSC, TlsOffer.only(TlsVersion.TLS_1_3)));
        }

        @Test
        void offByDefaultCountsAsOff() throws Exception {
            version("TLS 1.3", "DisabledByDefault", 1);
            assertEquals("selected 8, TLS 1.2", wire.asItsClient());
        }

        @Test
        void oldVersionsAreOffUntilSwitchedOn() throws Exception {
            TlsOffer old = TlsOffer.mstsc().withVersions(EnumSet.of(TlsVersion.TLS_1_0));
            assertEquals("selected 8, alert 70 at CLIENT_HELLO", wire.ask(Wire.MSTSC, old));
            version("TLS 1.0", "Enabled", 1);
            assertEquals("selected 8, TLS 1.0", wire.ask(Wire.MSTSC, old));
        }

        @Test
        void noVersionLeftBreaksOffAnyHello() throws Exception {
            version("TLS 1.2", "Enabled", 0);
            version("TLS 1.3", "Enabled", 0);
            assertEquals(BROKEN_OFF, wire.ask(Wire.MSTSC));
            assertEquals(BROKEN_OFF, wire.ask(Wire.MSTSC, TlsOffer.only(TlsVersion.TLS_1_1)));
        }

        @Test
        void noSuiteInCommonIsAlert40() throws Exception {
            assertEquals("alert 40 at CLIENT_HELLO", wire.hello(List.of(0x00FE)));
            state.setRegistry(SUITES, "Functions", new RegistryValue.Text(""));
            assertEquals("selected 8, alert 40 at CLIENT_HELLO", wire.ask(Wire.MSTSC));
            state.setRegistry(SUITES, "Functions",
                    new RegistryValue.Text("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_RSA_WITH_AES_128_CBC_SHA"));
            assertEquals("selected 8, TLS 1.2", wire.ask(Wire.MSTSC, TlsOffer.only(TlsVersion.TLS_1_2)));
        }
    }

    @Nested
    class Limits {

        @Test
        void maxInstanceCountAgainstTheSessionsCloses() throws Exception {
            state.setRegistry(LISTENER, "MaxInstanceCount", 1);
            assertEquals(GOOD, wire.asItsClient());
            state.setSessions(List.of(new Sessions.Session(2, "CLINIC\\anton", Sessions.State.ACTIVE, "192.0.2.21")),
                    List.of());
            assertEquals("closed", wire.asItsClient());
            state.setSessions(List.of(new Sessions.Session(2, "CLINIC\\anton", Sessions.State.DISCONNECTED, "")),
                    List.of());
            assertEquals("closed", wire.asItsClient());
            state.setRegistry(POLICY, "MaxInstanceCount", 999_999);
            assertEquals(GOOD, wire.asItsClient());
        }

        @Test
        void churnMakesItComeAndGo() throws Exception {
            state.setRegistry(LISTENER, "MaxInstanceCount", 1);
            state.setSessions(List.of(), List.of(0, 1));
            assertEquals(1, List.of(wire.asItsClient(), wire.asItsClient()).stream().filter(GOOD::equals).count());
        }

        @Test
        void aDamagedProtocolObjectCloses() throws Exception {
            state.setRegistry(LISTENER, "LoadableProtocol_Object", new RegistryValue.Text("{0}"));
            assertEquals("closed", wire.asItsClient());
        }
    }
}
