// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.jmx.CaseMXBean;
import org.rdpclinic.jmx.ClinicMXBean;
import org.rdpclinic.jmx.ClinicNames;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.jmx.ProbeMXBean;

/** Keeps the beans that are registered in step with what there is. */
public final class Registration implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Registration.class.getName());
    /** Cases come and go by other processes too, which nobody tells. */
    private static final long PAUSE_MILLIS = 1000;

    private final MBeanServer server;
    private final ClinicParts parts;
    private final Gate gate = new Gate();
    private final Bulletin bulletin;
    private final CaseDesk desk;
    private final Map<String, ProbeDeclaration> probes = new HashMap<>();
    private final Set<String> cases = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rdpclinic beans").factory());
    private final AutoCloseable changes;
    private boolean closed;

    private Registration(MBeanServer server, ClinicParts parts) throws JMException {
        this.server = server;
        this.parts = parts;
        this.bulletin = new Bulletin(parts.clock());
        this.desk = new CaseDesk(parts, bulletin);
        ClinicBean clinic = new ClinicBean(parts, desk, this::showCase);
        try {
            server.registerMBean(new DescribedEmitter(gate.before(ClinicMXBean.class, clinic), ClinicMXBean.class,
                    bulletin.emitter()), ClinicNames.CLINIC);
        } catch (JMException e) {
            desk.close();
            bulletin.close();
            thread.shutdown();
            throw e;
        }
        this.changes = parts.contributions().onChange(this::contributionsChanged);
        showProbes();
        showCases();
        thread.scheduleWithFixedDelay(this::showCases, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Registers the beans.
     *
     * @throws JMException when a clinic is registered there already
     */
    public static Registration of(MBeanServer server, ClinicParts parts) throws JMException {
        return new Registration(server, parts);
    }

    /** The registry of extensions holds its own lock while it tells: the work is done on another thread. */
    private void contributionsChanged() {
        try {
            thread.execute(this::showProbes);
        } catch (RejectedExecutionException ending) {
            LOG.log(Level.DEBUG, "Contributions changed while the beans are taken away.");
        }
    }

    private synchronized void showProbes() {
        if (closed) {
            return;
        }
        Map<String, ProbeDeclaration> there = new HashMap<>();
        parts.contributions().probes().forEach(probe -> there.put(probe.id(), probe));
        probes.entrySet().removeIf(shown -> {
            boolean gone = !shown.getValue().equals(there.get(shown.getKey()));
            if (gone) {
                remove(ClinicNames.probe(shown.getKey()));
            }
            return gone;
        });
        there.forEach((id, probe) -> {
            if (probes.putIfAbsent(id, probe) == null) {
                add(new DescribedBean(gate.before(ProbeMXBean.class, new ProbeBean(probe)), ProbeMXBean.class),
                        ClinicNames.probe(id));
            }
        });
    }

    private synchronized void showCases() {
        if (closed) {
            return;
        }
        Set<String> there = new HashSet<>(desk.shown());
        cases.removeIf(id -> {
            boolean gone = !there.contains(id);
            if (gone) {
                remove(ClinicNames.caseOf(id));
            }
            return gone;
        });
        there.forEach(this::showCase);
    }

    private synchronized void showCase(String id) {
        if (!closed && cases.add(id)) {
            add(new DescribedBean(gate.before(CaseMXBean.class, new CaseBean(id, desk)), CaseMXBean.class),
                    ClinicNames.caseOf(id));
        }
    }

    private void add(Object bean, ObjectName name) {
        try {
            server.registerMBean(bean, name);
        } catch (InstanceAlreadyExistsException e) {
            LOG.log(Level.WARNING, "The name " + name + " is taken by another bean.");
        } catch (JMException e) {
            throw new IllegalStateException("The bean " + name + " cannot be registered.", e);
        }
    }

    private void remove(ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOG.log(Level.DEBUG, "Somebody else took the bean " + name + " away.");
        } catch (JMException e) {
            throw new IllegalStateException("The bean " + name + " cannot be taken away.", e);
        }
    }

    @Override
    public void close() {
        // Clients may still look at cases while these end, and hear of it.
        desk.close();
        thread.shutdown();
        try {
            changes.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The contributions could not be left alone.", e);
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            probes.keySet().forEach(id -> remove(ClinicNames.probe(id)));
            cases.forEach(id -> remove(ClinicNames.caseOf(id)));
            remove(ClinicNames.CLINIC);
        }
        bulletin.close();
    }
}
