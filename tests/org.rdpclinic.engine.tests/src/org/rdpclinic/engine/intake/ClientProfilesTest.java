// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.ClientProfile;

class ClientProfilesTest {

    private static final Set<String> VERSIONS = Set.of("TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3");

    @Test
    void theStandardClientIsACurrentMstsc() {
        ClientProfile standard = ClientProfiles.load().standard();
        assertEquals("mstsc-windows-11", standard.id());
        assertEquals(0x0B, standard.protocols());
        assertEquals(List.of("TLS 1.2", "TLS 1.3"), standard.tlsVersions());
        assertEquals(2, standard.authenticationLevel());
        assertEquals(1024, standard.minimumRsaBits());
        assertTrue(standard.fallsBackToRdpSecurity());
    }

    @Test
    void sixClientsAreKnownAndSpeakKnownVersions() {
        assertEquals(List.of("mstsc-windows-11", "mstsc-windows-10", "mstsc-windows-7", "mstsc-windows-server-2022",
                "windows-app-macos", "freerdp-2"),
                ClientProfiles.load().all().stream().map(ClientProfile::id).toList());
        ClientProfiles.load().all().forEach(client -> {
            assertTrue(VERSIONS.containsAll(client.tlsVersions()), client.id());
            assertTrue(client.credSsp(), client.id());
        });
    }

    @Test
    void anUnknownClientIsNotFound() {
        assertEquals(Optional.empty(), ClientProfiles.load().find("mstsc-windows-3"));
    }

    @Test
    void dataWithAGapIsRefusedWithItsName() {
        assertEquals("The client profiles lack a.title.", assertThrows(IllegalArgumentException.class,
                () -> ClientProfiles.parse("clients = a\nstandard = a\n")).getMessage());
    }
}
