// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.keys.ListenerKeys;
import org.rdpclinic.probes.tests.TestHost;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class ListenerSettingsProbeTest {

    private static final String SERVER = TestHost.TERMINAL_SERVER;
    private static final String LISTENER = TestHost.LISTENER;
    private static final String POLICY = TestHost.POLICY;

    private static TestRequest run(TestHost host) throws Exception {
        return new TestRequest("server.example", new TestNetwork()).server(host).runAll(new ListenerSettingsProbe());
    }

    private static <V> V read(TestHost host, ObservationKey<V> key) throws Exception {
        return run(host).value(key, Subject.SERVER);
    }

    @Nested
    class WhetherItIsOn {

        @ParameterizedTest
        @CsvSource({"Terminal Server, fDenyTSConnections, 1", "Terminal Server, TSEnabled, 0",
                "RDP-Tcp, fEnableWinStation, 0"})
        void eachSwitchAloneSwitchesItOff(String key, String name, long value) throws Exception {
            assertTrue(read(new TestHost(), ListenerKeys.ENABLED));
            assertFalse(read(new TestHost().number(key.equals("RDP-Tcp") ? LISTENER : SERVER, name, value),
                    ListenerKeys.ENABLED));
        }

        @Test
        void withoutTheFirstSwitchItIsOff() throws Exception {
            assertFalse(read(new TestHost().without(SERVER, "fDenyTSConnections"), ListenerKeys.ENABLED));
        }

        @Test
        void policyWinsEitherWay() throws Exception {
            assertFalse(read(new TestHost().number(POLICY, "fDenyTSConnections", 1), ListenerKeys.ENABLED));
            assertTrue(read(new TestHost().number(SERVER, "fDenyTSConnections", 1)
                    .number(POLICY, "fDenyTSConnections", 0), ListenerKeys.ENABLED));
        }

        @Test
        void theSourceIsTheValueThatDecides() throws Exception {
            TestRequest request = run(new TestHost().number(POLICY, "fDenyTSConnections", 1));
            assertEquals(POLICY + ", fDenyTSConnections", request.observed().of(ListenerKeys.ENABLED)
                    .map(observation -> observation.source()).findFirst().orElseThrow());
        }
    }

    @Nested
    class Security {

        @Test
        void whatIsAbsentHasItsDefault() throws Exception {
            TestRequest request = run(new TestHost());
            assertEquals(2L, request.value(ListenerKeys.SECURITY_LAYER, Subject.SERVER));
            assertEquals(1L, request.value(ListenerKeys.USER_AUTHENTICATION, Subject.SERVER));
            assertEquals(2L, request.value(ListenerKeys.MIN_ENCRYPTION_LEVEL, Subject.SERVER));
            assertTrue(request.value(ListenerKeys.SETTINGS_IN_RANGE, Subject.SERVER));
        }

        @ParameterizedTest
        @CsvSource({"SecurityLayer, 0, true", "SecurityLayer, 2, true", "SecurityLayer, 3, false",
                "SecurityLayer, 7, false", "UserAuthentication, 0, true", "UserAuthentication, 2, false",
                "MinEncryptionLevel, 0, false", "MinEncryptionLevel, 1, true", "MinEncryptionLevel, 4, true",
                "MinEncryptionLevel, 5, false"})
        void valuesThatDoNotExistAreFound(String name, long value, boolean inRange) throws Exception {
            assertEquals(inRange, read(new TestHost().number(LISTENER, name, value), ListenerKeys.SETTINGS_IN_RANGE));
            assertEquals(inRange, read(new TestHost().number(POLICY, name, value), ListenerKeys.SETTINGS_IN_RANGE));
        }

        @Test
        void policyWins() throws Exception {
            TestHost both = new TestHost().number(LISTENER, "SecurityLayer", 2).number(POLICY, "SecurityLayer", 0);
            assertEquals(0L, read(both, ListenerKeys.SECURITY_LAYER));
        }
    }

    @Nested
    class Schannel {

        private static final String KEY =
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\";
        private static final String WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

        private static List<String> versions(TestHost host) throws Exception {
            return read(host, ListenerKeys.SCHANNEL_VERSIONS);
        }

        @Test
        void theBuildDecidesWhereNothingIsSet() throws Exception {
            assertEquals(List.of("TLS 1.2", "TLS 1.3"), versions(new TestHost()));
            assertEquals(List.of("TLS 1.0", "TLS 1.1", "TLS 1.2"),
                    versions(new TestHost().text(WINDOWS, "CurrentBuildNumber", "17763")));
            assertEquals(List.of("TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"),
                    versions(new TestHost().text(WINDOWS, "CurrentBuildNumber", "20348")));
        }

        @Test
        void aVersionIsSwitchedByItsServerKey() throws Exception {
            assertEquals(List.of("TLS 1.3"),
                    versions(new TestHost().number(KEY + "TLS 1.2\\Server", "Enabled", 0)));
            assertEquals(List.of("TLS 1.0", "TLS 1.2", "TLS 1.3"),
                    versions(new TestHost().number(KEY + "TLS 1.0\\Server", "Enabled", 0xFFFFFFFFL)));
            assertEquals(List.of("TLS 1.2", "TLS 1.3"),
                    versions(new TestHost().number(KEY + "TLS 1.2\\Client", "Enabled", 0)));
        }

        @Test
        void aVersionOutOfTheDefaultsIsNotUsed() throws Exception {
            assertEquals(List.of("TLS 1.2"),
                    versions(new TestHost().number(KEY + "TLS 1.3\\Server", "DisabledByDefault", 1)));
        }
    }

    @Test
    void thePortIsComparedWithTheOneDialled() throws Exception {
        assertEquals(3389L, read(new TestHost(), ListenerKeys.PORT));
        assertTrue(read(new TestHost(), ListenerKeys.ON_DIALLED_PORT));
        TestHost moved = new TestHost().number(LISTENER, "PortNumber", 3390);
        assertEquals(3390L, read(moved, ListenerKeys.PORT));
        assertFalse(read(moved, ListenerKeys.ON_DIALLED_PORT));
    }

    @Test
    void aForeignProtocolManagerIsFound() throws Exception {
        assertTrue(read(new TestHost(), ListenerKeys.PROTOCOL_OBJECT_INTACT));
        assertTrue(read(new TestHost().text(LISTENER, "LoadableProtocol_Object",
                "{5828227C-20CF-4408-B73F-73AB70B8849F}"), ListenerKeys.PROTOCOL_OBJECT_INTACT));
        assertFalse(read(new TestHost().text(LISTENER, "LoadableProtocol_Object",
                "{00000000-0000-0000-0000-000000000000}"), ListenerKeys.PROTOCOL_OBJECT_INTACT));
    }

    @Test
    void theEditionIsRead() throws Exception {
        assertEquals("Professional", read(new TestHost(), ListenerKeys.EDITION));
    }

    @Test
    void withoutAServerHostThereIsASentence() {
        HostException refused = assertThrows(HostException.class,
                () -> new TestRequest("server.example", new TestNetwork()).run(new ListenerSettingsProbe()));
        assertTrue(refused.getMessage().endsWith("."));
    }
}
