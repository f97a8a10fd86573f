// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.host.Files.AccessEntry;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.keys.KeyFileKeys;
import org.rdpclinic.api.keys.ListenerKeys;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.ServerKeys;
import org.rdpclinic.api.keys.TlsKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.lab.LabFolder;
import org.rdpclinic.lab.LabOptions;
import org.rdpclinic.lab.LabRun;
import org.rdpclinic.lab.Scenarios;
import org.rdpclinic.probes.tests.Declarations.DeclaredProbe;

/** All probes against the lab's default Windows, of whose state one value is changed: wire and host say the same. */
class LabStatesTest {

    private static final String FIRST = "client-1";

    private LabRun run;

    @BeforeEach
    void playADefaultWindows() throws Exception {
        run = LabRun.start(Scenarios.load().find("healthy").orElseThrow(),
                LabOptions.defaults().withClock(Clock.fixed(TestNetwork.NOW, ZoneOffset.UTC)));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    private TestRequest look() throws Exception {
        TestRequest request =
                new TestRequest(run.target().toString(), run.network()).client(run.client()).server(run.host());
        for (DeclaredProbe probe : Declarations.read().probes()) {
            request.run((Probe) Class.forName(probe.attributes().get("class")).getConstructor().newInstance());
        }
        return request;
    }

    @Test
    void aDefaultWindowsIsSeenAsItIs() throws Exception {
        TestRequest request = look();
        assertEquals("none", request.value(AttemptKeys.ENDED_AT, FIRST));
        assertEquals("valid", request.any(CertificateKeys.VALIDITY).orElseThrow());
        assertEquals(List.of("CredSSP"), request.any(ServerKeys.PROTOCOLS).orElseThrow());
        assertTrue(request.value(ListenerKeys.ENABLED, Subject.SERVER));
        assertTrue(request.value(ListenerKeys.PROTOCOL_OBJECT_INTACT, Subject.SERVER));
        assertTrue(request.value(KeyFileKeys.READABLE, Subject.SERVER));
    }

    @Test
    void aKeyThatTheServiceMayNotReadEndsEveryHello() throws Exception {
        String keyFile = look().observed().of(KeyFileKeys.PRESENT).findFirst().orElseThrow().source();
        run.state().setAccess(keyFile, List.of(new AccessEntry("S-1-5-18", true, 0x1F01FF),
                new AccessEntry("S-1-5-20", false, 0x120089), new AccessEntry("S-1-5-20", true, 0x120089)));
        TestRequest request = look();
        assertEquals("tls", request.value(AttemptKeys.ENDED_AT, FIRST));
        assertFalse(request.value(TlsKeys.SERVER_HELLO, FIRST));
        assertEquals(List.of(), request.any(ServerKeys.TLS_VERSIONS).orElseThrow());
        assertEquals(request.value(TlsKeys.OUTCOME, FIRST), request.value(TlsKeys.OUTCOME, "tls-no-common-suite"));
        assertTrue(request.value(KeyFileKeys.PRESENT, Subject.SERVER));
        assertFalse(request.value(KeyFileKeys.READABLE, Subject.SERVER));
    }

    @Test
    void aSettingThatDoesNotExistClosesTheNegotiation() throws Exception {
        run.state().setRegistry(LabFolder.LISTENER, "SecurityLayer", 7);
        TestRequest request = look();
        assertEquals("closed", request.value(NegotiationKeys.OUTCOME, FIRST));
        assertFalse(request.value(ListenerKeys.SETTINGS_IN_RANGE, Subject.SERVER));
    }

    @Test
    void aCertificateOfLastYearIsServedAndJudged() throws Exception {
        run.state().setCertificateDates(TestNetwork.NOW.minusSeconds(4_000_000), TestNetwork.NOW.minusSeconds(1));
        TestRequest request = look();
        assertEquals("established", request.value(TlsKeys.OUTCOME, FIRST));
        assertEquals("expired", request.any(CertificateKeys.VALIDITY).orElseThrow());
    }
}
