// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.FixedContributions;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.KeyCatalog;
import org.rdpclinic.engine.ProbeDeclaration;

/** Contributions whose probes a test changes, as bundles do that come and go. */
final class ChangingContributions implements Contributions {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Contributions now = of(List.of());

    private static Contributions of(List<ProbeDeclaration> probes) {
        return FixedContributions.of(probes, SharedKeys.ALL, KnowledgeBase.of(List.of(), List.of()), List.of());
    }

    void set(List<ProbeDeclaration> probes) {
        now = of(probes);
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<ProbeDeclaration> probes() {
        return now.probes();
    }

    @Override
    public Map<String, HostContribution> hosts() {
        return now.hosts();
    }

    @Override
    public KnowledgeBase knowledge() {
        return now.knowledge();
    }

    @Override
    public KeyCatalog keys() {
        return now.keys();
    }

    @Override
    public List<ContributionIssue> issues() {
        return now.issues();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
