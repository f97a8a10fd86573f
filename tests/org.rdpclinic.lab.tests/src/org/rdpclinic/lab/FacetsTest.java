// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Certificates;
import org.rdpclinic.api.host.EventLog;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Files;
import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.host.Sessions;
import org.rdpclinic.lab.internal.LabHostProvider;

class FacetsTest {

    private LabRun run;

    @BeforeEach
    void play() throws Exception {
        run = Lab.play("connection-limit");
    }

    @AfterEach
    void end() {
        run.close();
    }

    private <F extends Facet> F facet(Class<F> type) {
        return facet(run.host(), type);
    }

    private static <F extends Facet> F facet(Host host, Class<F> type) {
        return switch (host.facet(type)) {
            case Access.Available<F> available -> available.facet();
            case Access.Unavailable<F> unavailable -> throw new AssertionError(unavailable.reason());
        };
    }

    @Test
    void everyFacetCanBeHad() {
        for (Facet.Name name : Facet.Name.values()) {
            assertInstanceOf(Access.Available.class, run.host().facet(name.type()), name.id());
        }
    }

    @Nested
    class Values {

        @Test
        void theRegistryTellsTypesAndForgetsCase() throws Exception {
            Registry registry = facet(Registry.class);
            assertEquals(Optional.of(2L), registry.findNumber(LabFolder.LISTENER.toUpperCase(Locale.ROOT),
                    "maxinstancecount"));
            assertEquals(Optional.of("Professional"),
                    registry.findText("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "EditionID"));
            assertEquals(Optional.empty(), registry.find(LabFolder.LISTENER, "NoSuchValue"));
            run.state().setRegistry(LabFolder.LISTENER, "Pin", new RegistryValue.Binary("00ff"));
            assertEquals(Optional.of(new RegistryValue.Binary("00ff")), registry.find(LabFolder.LISTENER, "Pin"));
        }

        @Test
        void subkeysAreThoseDirectlyBelow() throws Exception {
            assertEquals(List.of("TLS 1.2", "TLS 1.3"),
                    facet(Registry.class).subkeys(LabFolder.SCHANNEL.substring(0, LabFolder.SCHANNEL.length() - 1)));
            assertEquals(List.of(), facet(Registry.class).subkeys("HKLM\\SOFTWARE\\NoSuchKey"));
        }

        @Test
        void servicesHaveStateStartTypeAndAccount() throws Exception {
            assertEquals(Optional.of(new Services.Service("TermService", Services.State.RUNNING,
                    Services.StartType.MANUAL, "NT AUTHORITY\\NetworkService")),
                    facet(Services.class).find("termservice"));
            assertEquals(Optional.empty(), facet(Services.class).find("NoSuchService"));
        }

        @Test
        void certificatesNameTheirKeyFiles() throws Exception {
            Certificates.Stored stored = facet(Certificates.class).list("Remote Desktop").getFirst();
            assertEquals(Optional.of(Lab.KEY_FILE), stored.keyFile());
            assertTrue(stored.thumbprint().matches("[0-9a-f]{40}"));
            assertEquals(List.of(), facet(Certificates.class).list("NoSuchStore"));
        }

        @Test
        void filesHaveOwnersAndEntriesInTheirOrder() throws Exception {
            Files.FileInfo file = facet(Files.class).find(Lab.KEY_FILE.toLowerCase(Locale.ROOT)).orElseThrow();
            assertEquals("S-1-5-18", file.owner());
            assertEquals(new Files.AccessEntry("S-1-5-20", true, 0x120089), file.entries().get(1));
            assertTrue(file.size() > 1000);
            assertEquals(Optional.empty(), facet(Files.class).find("C:\\ProgramData\\no-such-file"));
            assertEquals(Optional.empty(), facet(Files.class).find("C:\\Windows\\notepad.exe"));
        }

        @Test
        void sessionsFirewallAndLogsAreThere() throws Exception {
            assertEquals("CLINIC\\anton", facet(Sessions.class).list().getFirst().user());
            assertTrue(facet(Firewall.class).state().allows(3389));
            assertFalse(facet(Firewall.class).state().allows(5900));
            assertTrue(facet(EventLog.class).channels().contains("System"));
            try (EventLog.Cursor cursor = facet(EventLog.class).open("No such channel")) {
                assertEquals(Optional.empty(), cursor.next());
            }
        }

        @Test
        void aChangeIsSeenByTheFacetThatIsHeld() throws Exception {
            Registry registry = facet(Registry.class);
            run.state().setRegistry(LabFolder.LISTENER, "MaxInstanceCount", 7);
            assertEquals(Optional.of(7L), registry.findNumber(LabFolder.LISTENER, "MaxInstanceCount"));
        }
    }

    @Nested
    class Specs {

        @Test
        void aFolderIsOpenedAsItIs() throws Exception {
            run.state().setRegistry(LabFolder.LISTENER, "MaxInstanceCount", 9);
            try (Host host = new LabHostProvider().open("lab:connection-limit@" + run.folder())) {
                assertEquals(Optional.of(9L),
                        facet(host, Registry.class).findNumber(LabFolder.LISTENER, "MaxInstanceCount"));
                assertEquals("lab:connection-limit@" + run.folder(), host.spec());
            }
            assertTrue(java.nio.file.Files.exists(run.folder().resolve("registry.json")));
        }

        @Test
        void aScenarioAloneIsAFreshState() throws Exception {
            try (Host host = new LabHostProvider().open("lab:connection-limit")) {
                assertEquals(Optional.of(2L),
                        facet(host, Registry.class).findNumber(LabFolder.LISTENER, "MaxInstanceCount"));
                try (EventLog.Cursor log = facet(host, EventLog.class).open("System")) {
                    assertEquals(71, log.next().orElseThrow().eventId());
                }
            }
        }

        @Test
        void whatIsWrongIsSaidInASentence() {
            for (String spec : List.of("lab:no-such-scenario", "lab:healthy@/no/such/folder", "local")) {
                HostException e = assertThrows(HostException.class, () -> new LabHostProvider().open(spec));
                assertEquals(HostException.Kind.BAD_SPEC, e.kind());
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
                assertTrue(e.advice().endsWith("."), e.advice());
            }
        }
    }
}
