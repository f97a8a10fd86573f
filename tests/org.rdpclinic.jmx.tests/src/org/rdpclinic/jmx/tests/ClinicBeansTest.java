// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.Vantage;
import org.rdpclinic.jmx.CaseMXBean;
import org.rdpclinic.jmx.ClinicMXBean;
import org.rdpclinic.jmx.ClinicNames;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.jmx.server.ClinicBeans;

class ClinicBeansTest {

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final ChangingContributions contributions = new ChangingContributions();
    private final BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    @TempDir
    Path folder;
    private ClinicBeans beans;
    private ClinicMXBean clinic;

    @BeforeEach
    void register() throws Exception {
        beans = ClinicBeans.register(server, new ClinicParts(contributions, folder.resolve("cases"),
                Clock.systemUTC(), Settings.DEFAULTS, "RDP Clinic of a test"));
        clinic = JMX.newMXBeanProxy(server, ClinicNames.CLINIC, ClinicMXBean.class, true);
        server.addNotificationListener(ClinicNames.CLINIC, (notification, handback) -> heard.add(notification), null,
                null);
    }

    @AfterEach
    void close() {
        released.countDown();
        beans.close();
    }

    private static ProbeDeclaration probe(String id, Function<ProbeRequest, ProbeOutcome> act) {
        return new ProbeDeclaration(id, "A test's probe", "Does what a test wants.", "org.example", Set.of(),
                Set.of(TcpKeys.OUTCOME.id()), Vantage.PATH, Cost.LOW, Duration.ofSeconds(60), () -> (Probe) act::apply);
    }

    /** Runs until it is cancelled, or the test ends. */
    private ProbeOutcome forever(ProbeRequest request) {
        request.onCancel(released::countDown);
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ProbeOutcome.completed();
    }

    private List<Notification> heardUntil(String type) throws InterruptedException {
        List<Notification> all = new ArrayList<>();
        do {
            Notification next = heard.poll(30, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing was heard after " + all);
            all.add(next);
        } while (!all.getLast().getType().equals(type));
        return all;
    }

    private void awaitRegistered(ObjectName name, boolean there) throws InterruptedException {
        for (int round = 0; round < 500 && server.isRegistered(name) != there; round++) {
            Thread.sleep(10);
        }
        assertEquals(there, server.isRegistered(name));
    }

    @Test
    void ofProbesComeAndGoWithTheirBundles() throws Exception {
        contributions.set(List.of(probe("guest", request -> ProbeOutcome.completed())));
        awaitRegistered(ClinicNames.probe("guest"), true);
        contributions.set(List.of());
        awaitRegistered(ClinicNames.probe("guest"), false);
    }

    @Test
    void ofACaseIsThereBeforeAnythingIsHeardOfItAndSaysThatItRuns() throws Exception {
        contributions.set(List.of(probe("slow", this::forever)));
        String id = clinic.diagnose("127.0.0.1:4711", "0x904", "0x7");
        CaseMXBean opened = JMX.newMXBeanProxy(server, ClinicNames.caseOf(id), CaseMXBean.class);
        heardUntil("org.rdpclinic.case.progress");
        assertTrue(opened.isRunning());
        assertEquals("", opened.getVerdict());
        assertEquals("127.0.0.1:4711", opened.getTarget());
        assertEquals(List.of(id), List.of(clinic.getRunningCases()));
        assertTrue(opened.getObservationCount() > 0);
    }

    @Test
    void cancelACaseAndKeepIt() throws Exception {
        contributions.set(List.of(probe("slow", this::forever)));
        String id = clinic.diagnose("127.0.0.1:4711", "", "");
        heardUntil("org.rdpclinic.case.progress");
        assertTrue(clinic.cancel(id));
        heardUntil("org.rdpclinic.case.concluded");
        assertFalse(clinic.cancel(id));
        CaseMXBean kept = JMX.newMXBeanProxy(server, ClinicNames.caseOf(id), CaseMXBean.class);
        assertEquals("inconclusive", kept.getVerdict());
        assertTrue(kept.getDiagnosisJson().contains("\"cancelled\""));
        assertEquals(1L, clinic.getVerdictCounts().get("inconclusive"));
        assertThrows(IllegalArgumentException.class, () -> refusal(() -> clinic.cancel("no-such-case")));
    }

    private static void refusal(Runnable call) {
        try {
            call.run();
        } catch (RuntimeMBeanException e) {
            throw e.getTargetException();
        }
    }

    @Test
    void runOnlySoManyCasesAtOnce() {
        contributions.set(List.of(probe("slow", this::forever)));
        for (int i = 0; i < 8; i++) {
            clinic.diagnose("127.0.0.1:4711", "", "");
        }
        IllegalStateException refused = assertThrows(IllegalStateException.class,
                () -> refusal(() -> clinic.diagnose("127.0.0.1:4711", "", "")));
        assertTrue(refused.getMessage().contains("8 cases are running"), refused.getMessage());
    }

    @Test
    void tellAFloodOfObservationsInFewNotifications() throws Exception {
        contributions.set(List.of(probe("flood", request -> {
            for (int i = 0; i < 5000; i++) {
                request.observe(TcpKeys.OUTCOME, "accepted", Subject.address("192.0.2.1:" + (i + 1)));
                request.progress("step " + i);
            }
            return ProbeOutcome.completed();
        })));
        String id = clinic.diagnose("127.0.0.1:4711", "", "");
        List<Notification> all = heardUntil("org.rdpclinic.case.concluded");
        assertTrue(all.size() < 500, all.size() + " notifications");
        for (int i = 1; i < all.size(); i++) {
            assertEquals(all.get(i - 1).getSequenceNumber() + 1, all.get(i).getSequenceNumber());
        }
        CaseMXBean kept = JMX.newMXBeanProxy(server, ClinicNames.caseOf(id), CaseMXBean.class);
        assertTrue(kept.getObservationCount() > 5000);
    }

    @Test
    void areAllGoneAfterTheEndAndRunningCasesAreKept() throws Exception {
        contributions.set(List.of(probe("slow", this::forever)));
        String id = clinic.diagnose("127.0.0.1:4711", "", "");
        heardUntil("org.rdpclinic.case.progress");
        beans.close();
        assertEquals(Set.of(), server.queryNames(new ObjectName("org.rdpclinic:*"), null));
        String kept = Files.readString(folder.resolve("cases").resolve(id).resolve("case.json"));
        assertTrue(kept.contains("\"cancelled\""), kept);
    }

    @Test
    void quoteWhatIsNoPlainName() {
        assertEquals("org.rdpclinic:type=Probe,name=tls-versions", ClinicNames.probe("tls-versions").toString());
        assertEquals("org.rdpclinic:type=Case,id=\"a,b=\\*\"", ClinicNames.caseOf("a,b=*").toString());
    }
}
