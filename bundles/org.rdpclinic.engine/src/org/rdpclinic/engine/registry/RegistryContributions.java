// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.RegistryFactory;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.KeyCatalog;
import org.rdpclinic.engine.ProbeDeclaration;

/**
 * Contributions by the extension registry; they come and go while the clinic runs. Declarations are read when they are
 * first asked for, knowledge when it is first used, and no class of a contributing bundle is loaded before it is
 * called.
 */
public final class RegistryContributions implements Contributions, AutoCloseable {

    /** The extension point of probes and keys. */
    public static final String PROBES = "org.rdpclinic.engine.probes";
    /** The extension point of ways to open hosts. */
    public static final String HOSTS = "org.rdpclinic.engine.hosts";
    /** The extension point of findings and causes. */
    public static final String KNOWLEDGE = "org.rdpclinic.engine.knowledge";

    private final IExtensionRegistry registry;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final IRegistryEventListener changes = new Changes();
    private RegistrySnapshot snapshot;

    /** Over the registry of the running framework. */
    public RegistryContributions() {
        this(RegistryFactory.getRegistry());
    }

    /** Over a registry. */
    public RegistryContributions(IExtensionRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
        for (String point : List.of(PROBES, HOSTS, KNOWLEDGE)) {
            registry.addListener(changes, point);
        }
    }

    private synchronized RegistrySnapshot snapshot() {
        if (snapshot == null) {
            snapshot = new RegistrySnapshot(registry);
        }
        return snapshot;
    }

    private void changed() {
        synchronized (this) {
            snapshot = null;
        }
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException | Error e) {
                // One view that breaks does not keep the others from hearing.
            }
        }
    }

    @Override
    public List<ProbeDeclaration> probes() {
        return snapshot().declared().probes();
    }

    @Override
    public Map<String, HostContribution> hosts() {
        return snapshot().declared().hosts();
    }

    @Override
    public KnowledgeBase knowledge() {
        return snapshot().knowledge();
    }

    @Override
    public KeyCatalog keys() {
        return snapshot().declared().keys();
    }

    /** {@inheritDoc} Reads all knowledge, and looks for the classes that are named. */
    @Override
    public List<ContributionIssue> issues() {
        return snapshot().issues();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        // A wrapper of its own, so that one that was given twice can be taken back once.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Listens to the registry no longer. */
    @Override
    public void close() {
        registry.removeListener(changes);
    }

    private final class Changes implements IRegistryEventListener {

        @Override
        public void added(IExtension[] extensions) {
            changed();
        }

        @Override
        public void removed(IExtension[] extensions) {
            changed();
        }

        @Override
        public void added(IExtensionPoint[] points) {
            changed();
        }

        @Override
        public void removed(IExtensionPoint[] points) {
            changed();
        }
    }
}
