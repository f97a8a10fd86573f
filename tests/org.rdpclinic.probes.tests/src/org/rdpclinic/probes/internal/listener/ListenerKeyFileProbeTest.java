// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.host.Certificates.Stored;
import org.rdpclinic.api.host.Files.AccessEntry;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.keys.KeyFileKeys;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.probes.tests.TestCertificate;
import org.rdpclinic.probes.tests.TestHost;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class ListenerKeyFileProbeTest {

    private static TestRequest run(TestHost host) throws Exception {
        return new TestRequest("server.example", new TestNetwork()).server(host).runAll(new ListenerKeyFileProbe());
    }

    @Test
    void aDefaultWindowsHasAReadableKeyFile() throws Exception {
        TestRequest request = run(new TestHost());
        assertTrue(request.value(KeyFileKeys.PRESENT, Subject.SERVER));
        assertTrue(request.value(KeyFileKeys.READABLE, Subject.SERVER));
    }

    @Test
    void aDenyBeforeTheAllowShutsIt() throws Exception {
        TestRequest request = run(new TestHost().file(TestHost.KEY_FILE, new AccessEntry("S-1-5-20", false, 0x120089),
                new AccessEntry("S-1-5-20", true, 0x120089)));
        assertTrue(request.value(KeyFileKeys.PRESENT, Subject.SERVER));
        assertFalse(request.value(KeyFileKeys.READABLE, Subject.SERVER));
    }

    @Test
    void aKeyFileThatIsGoneIsNotThere() throws Exception {
        TestRequest request = run(new TestHost().withoutFile(TestHost.KEY_FILE));
        assertFalse(request.value(KeyFileKeys.PRESENT, Subject.SERVER));
        assertTrue(request.any(KeyFileKeys.READABLE).isEmpty());
    }

    @Test
    void theFolderOfProgramDataMayBeElsewhere() throws Exception {
        TestHost host = new TestHost().text(
                "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders", "Common AppData",
                "D:\\Data");
        assertFalse(run(host).value(KeyFileKeys.PRESENT, Subject.SERVER));
        host.file(TestHost.KEY_FILE.replace("C:\\ProgramData", "D:\\Data"));
        assertTrue(run(host).value(KeyFileKeys.PRESENT, Subject.SERVER));
    }

    @Test
    void withoutTheMachinesGuidTheFileHasNoName() throws Exception {
        TestHost host = new TestHost().without("HKLM\\SOFTWARE\\Microsoft\\Cryptography", "MachineGuid");
        ProbeOutcome outcome = new TestRequest("server.example", new TestNetwork()).server(host)
                .run(new ListenerKeyFileProbe());
        assertInstanceOf(ProbeOutcome.Failed.class, outcome);
    }

    @ParameterizedTest
    @CsvSource({"TSSecKeySet1, f686aace6942fb7f7ceb231212eef4a4", "tsseckeyset1, f686aace6942fb7f7ceb231212eef4a4",
            "iisConfigurationKey, 6de9cb26d2b98c01ec4e9e8b34824aa2", "iisWasKey, 76944fb33636aeddb9590521c2e8815a"})
    void aContainersFileIsNamedByItsHash(String container, String hash) {
        assertEquals(hash + "_guid", new KeyContainer(container).fileName("guid"));
    }

    @Nested
    class APinnedCertificate {

        private static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233";
        private static final String CNG_KEY = "C:\\ProgramData\\Microsoft\\Crypto\\Keys\\0815";

        private TestHost pinned(Optional<String> keyFile) {
            return new TestHost()
                    .value(TestHost.LISTENER, "SSLCertificateSHA1Hash", new RegistryValue.Binary(THUMBPRINT))
                    .certificate("My", new Stored(THUMBPRINT, TestCertificate.good().certificate(), keyFile));
        }

        @Test
        void hasAKeyFileOfItsOwn() throws Exception {
            TestHost host = pinned(Optional.of(CNG_KEY)).withoutFile(TestHost.KEY_FILE);
            assertFalse(run(host).value(KeyFileKeys.PRESENT, Subject.SERVER));
            host.file(CNG_KEY, new AccessEntry("S-1-5-18", true, 0x1F01FF));
            assertFalse(run(host).value(KeyFileKeys.READABLE, Subject.SERVER));
            host.file(CNG_KEY, new AccessEntry("S-1-5-20", true, 0x120089));
            assertTrue(run(host).value(KeyFileKeys.READABLE, Subject.SERVER));
        }

        @Test
        void withoutAKeyHasNone() throws Exception {
            assertFalse(run(pinned(Optional.empty())).value(KeyFileKeys.PRESENT, Subject.SERVER));
        }

        @Test
        void thatIsNowhereHasNone() throws Exception {
            assertFalse(run(new TestHost().value(TestHost.LISTENER, "SSLCertificateSHA1Hash",
                    new RegistryValue.Binary(THUMBPRINT))).value(KeyFileKeys.PRESENT, Subject.SERVER));
        }
    }

    @Nested
    class EffectiveAccess {

        /** Entries as {@code +SID:mask} or {@code -SID:mask}. */
        private static boolean canRead(String... entries) {
            List<AccessEntry> list = new ArrayList<>();
            for (String entry : entries) {
                String[] parts = entry.substring(1).split(":");
                list.add(new AccessEntry(parts[0], entry.charAt(0) == '+', Long.decode(parts[1])));
            }
            return ServiceToken.canRead(list);
        }

        @ParameterizedTest
        @ValueSource(strings = {"S-1-5-20", "S-1-1-0", "S-1-5-11", "S-1-5-6", "S-1-5-32-545",
                "S-1-5-80-446051430-1559341753-4161941529-1950928533-810483104"})
        void anAllowToAnyInTheTokenOpensAndADenyShuts(String sid) {
            assertTrue(canRead("+" + sid + ":0x120089"));
            assertFalse(canRead("-" + sid + ":0x120089", "+S-1-5-20:0x120089"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"S-1-5-18", "S-1-5-32-544", "S-1-5-19",
                "S-1-5-80-4022436659-1090538466-1613889075-870485073-3428993833"})
        void othersDoNotCount(String sid) {
            assertFalse(canRead("+" + sid + ":0x1F01FF"));
            assertTrue(canRead("-" + sid + ":0x1F01FF", "+S-1-5-20:0x120089"));
        }

        @Test
        void theFirstEntryThatSpeaksOfReadingDecides() {
            assertTrue(canRead("+S-1-1-0:0x1", "-S-1-5-20:0x1F01FF"));
            assertFalse(canRead("-S-1-5-6:0x1", "+S-1-1-0:0x1F01FF"));
            assertTrue(canRead("-S-1-5-20:0x10000", "+S-1-5-20:0x120089"));
            assertFalse(canRead("+S-1-5-20:0x120088"));
        }

        @Test
        void genericRightsHoldReading() {
            assertTrue(canRead("+S-1-5-20:0x80000000"));
            assertTrue(canRead("+S-1-5-20:0x10000000"));
            assertFalse(canRead("+S-1-5-20:0x40000000"));
        }

        @Test
        void anEmptyListOpensNothing() {
            assertFalse(canRead());
        }
    }
}
