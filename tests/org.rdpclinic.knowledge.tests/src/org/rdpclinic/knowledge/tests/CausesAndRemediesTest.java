// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.BaseRate;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Grade;
import org.rdpclinic.knowledge.causes.RemedyEntry;
import org.rdpclinic.knowledge.causes.RemedyTexts;
import org.rdpclinic.knowledge.causes.Risk;
import org.rdpclinic.knowledge.causes.Sources;

class CausesAndRemediesTest {

    private static final Set<String> CAUSES = words("""
            certificate-expired certificate-key-unreadable certificate-untrusted certificate-name-mismatch
            certificate-weak tls-version-mismatch tls-cipher-mismatch tls-intercepted nla-mismatch
            domain-unreachable credssp-patch-mismatch identity-refused security-layer-mismatch rdp-disabled
            edition-unsupported service-down service-hung port-filtered port-changed not-rdp client-blocked
            forwarder-target-down source-banned udp-lossy mtu-black-hole path-lossy name-unresolved
            address-changed connection-limit host-exhausted logon-denied account-restricted stale-credentials
            licensing-unavailable gateway-unreachable gateway-untrusted clock-skew server-unconfigured
            server-closed
            """);

    private static final Set<String> REMEDIES = words("""
            regenerate-certificate rebind-certificate repair-key-access repair-store-access rename-machine-keys
            restart-termservice start-services restore-listener-security force-tcp allow-client allow-server
            repair-firewall-service disable-ipsec-rule clear-credentials clear-client-cache security-layer-rdp
            disable-nla enable-nla enable-rdp allow-user repair-trust raise-connection-limit end-dead-sessions
            end-drain-mode enable-keep-alive reset-network-stack set-path-mtu flush-dns connect-by-address
            pin-address enable-tls12 allow-ciphers trust-gateway-certificate set-licensing-server
            clear-client-licence sync-clock edit-rdp-file use-windows-app exempt-in-security-suite
            configure-server rebuild-clone
            """);

    private final CauseTexts causes = CauseTexts.loadChecked(KnowledgeFiles.bundled());
    private final RemedyTexts remedies = RemedyTexts.load();

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    @Nested
    class Ids {

        @Test
        void everyCauseIsThereAndNoOther() {
            assertEquals(CAUSES, new TreeSet<>(causes.ids()));
        }

        @Test
        void everyRemedyIsThereAndNoOther() {
            assertEquals(REMEDIES, new TreeSet<>(remedies.ids()));
        }

        @Test
        void everyRemedyIsProposedBySomeCause() {
            Set<String> proposed = new TreeSet<>();
            causes.all().forEach(c -> proposed.addAll(c.remedies()));
            assertEquals(REMEDIES, proposed);
        }

        @Test
        void aLookupSaysWhatAbsenceDoes() {
            assertTrue(causes.find("no-such-cause").isEmpty());
            assertThrows(NoSuchElementException.class, () -> causes.require("no-such-cause"));
            assertThrows(NoSuchElementException.class, () -> remedies.require("no-such-remedy"));
            assertThrows(NoSuchElementException.class, () -> Sources.load().require("no-such-source"));
        }
    }

    @Nested
    class Grades {

        @Test
        void theGradeIsTheFirstOfTheAttestationsThatCount() {
            assertEquals(Grade.A, causes.require("certificate-key-unreadable").grade());
            assertEquals(Grade.A, causes.require("connection-limit").grade());
            assertEquals(Grade.A, causes.require("security-layer-mismatch").grade());
            assertEquals(Grade.B, causes.require("certificate-expired").grade());
            assertEquals(Grade.C, causes.require("server-unconfigured").grade());
            assertEquals(Grade.D, causes.require("nla-mismatch").grade());
            assertEquals(Grade.X, causes.require("licensing-unavailable").grade());
        }

        @Test
        void aContradictedCauseHasCodesOfItsOwn() {
            for (CauseEntry cause : causes.all()) {
                if (cause.grade() == Grade.X) {
                    assertFalse(cause.expectedCodes().isEmpty(), cause.id());
                    assertTrue(cause.expectedCodes().stream().noneMatch(r -> r.contains(2308)), cause.id());
                }
            }
        }

        @Test
        void theGradeOfACauseIsAttested() {
            for (CauseEntry cause : causes.all()) {
                assertTrue(cause.attestation().stream().anyMatch(a -> a.grade() == cause.grade()), cause.id());
            }
        }

        @Test
        void aBetterGradeMakesTheCodeLikelier() {
            for (int i = 1; i < Grade.values().length; i++) {
                assertTrue(Grade.values()[i].probability() < Grade.values()[i - 1].probability());
            }
        }
    }

    @Nested
    class Facts {

        @Test
        void baseRatesAreSpreadOverTheClasses() {
            for (BaseRate rate : BaseRate.values()) {
                long count = causes.all().stream().filter(c -> c.baseRate() == rate).count();
                assertTrue(count >= 5, rate + ": " + count);
            }
        }

        @Test
        void whoLooksLikeAnotherIsLookedLike() {
            for (CauseEntry cause : causes.all()) {
                for (String other : cause.confusedWith()) {
                    assertTrue(causes.require(other).confusedWith().contains(cause.id()), cause.id() + ", " + other);
                }
            }
        }

        @Test
        void whatTakesProtectionAwayIsTemporaryAndOfHighRisk() {
            for (String id : new String[] {"disable-nla", "security-layer-rdp"}) {
                assertTrue(remedies.require(id).temporary(), id);
                assertEquals(Risk.HIGH, remedies.require(id).risk(), id);
            }
        }

        @Test
        void guidanceIsWhatNoProgramCanDo() {
            assertEquals(words("use-windows-app exempt-in-security-suite configure-server rebuild-clone"),
                    new TreeSet<>(remedies.all().stream().filter(RemedyEntry::guidance).map(RemedyEntry::id).toList()));
        }

        @Test
        void theFolderOfAllKeysIsTheLastResort() {
            assertEquals("rename-machine-keys", causes.require("certificate-key-unreadable").remedies().getLast());
            assertEquals(Risk.HIGH, remedies.require("rename-machine-keys").risk());
        }
    }
}
