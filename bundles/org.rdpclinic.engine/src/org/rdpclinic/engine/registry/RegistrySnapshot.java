// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.io.FileNotFoundException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.osgi.framework.Bundle;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.FixedContributions;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.knowledge.network.NetworkReader;

/**
 * The registry's contributions at one moment. Of two with the same id that of the bundle that was installed first is
 * taken, so that a guest which comes later takes nothing away. Safe for use by several threads.
 */
final class RegistrySnapshot {

    private final List<Element> used = new ArrayList<>();
    private final List<Element> knowledgeFiles = new ArrayList<>();
    private final List<ContributionIssue> issues = new ArrayList<>();
    private final IExtensionRegistry registry;
    private final FixedContributions declared;
    private KnowledgeBase knowledge;
    private boolean looked;

    RegistrySnapshot(IExtensionRegistry registry) {
        this.registry = registry;
        Map<String, ObservationKey<?>> keys = new LinkedHashMap<>();
        Map<String, String> keyOwners = new LinkedHashMap<>();
        List<ProbeDeclaration> probes = new ArrayList<>();
        for (Element element : elements(RegistryContributions.PROBES)) {
            switch (element.name()) {
                case "key" -> read(element, "key", element.find("id"), () -> {
                    ObservationKey<?> key = DeclarationReader.key(element);
                    if (keys.containsKey(key.id())) {
                        throw new IllegalArgumentException("the key is declared by " + keyOwners.get(key.id()) + ".");
                    }
                    keys.put(key.id(), key);
                    keyOwners.put(key.id(), element.bundle());
                });
                case "probe" -> read(element, "probe", element.find("id"), () -> {
                    probes.add(DeclarationReader.probe(element));
                    used.add(element);
                });
                default -> unknown(element);
            }
        }
        List<HostContribution> hosts = new ArrayList<>();
        each(RegistryContributions.HOSTS, "host", element ->
            read(element, "host scheme", element.find("scheme"), () -> {
                hosts.add(DeclarationReader.host(element));
                used.add(element);
            }));
        each(RegistryContributions.KNOWLEDGE, "knowledge", knowledgeFiles::add);
        declared = FixedContributions.of(probes, keys.values(), KnowledgeBase.of(List.of(), List.of()), hosts);
        issues.addAll(declared.issues());
    }

    private void each(String point, String name, Consumer<Element> use) {
        for (Element element : elements(point)) {
            if (element.name().equals(name)) {
                use.accept(element);
            } else {
                unknown(element);
            }
        }
    }

    private void unknown(Element element) {
        issues.add(new ContributionIssue(element.bundle(), "The element <" + element.name() + "> of " + element.bundle()
                + " is none that this clinic knows."));
    }

    private void read(Element element, String what, String name, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            issues.add(new ContributionIssue(element.bundle(), "The " + what + " " + (name.isEmpty() ? "without a name"
                    : name) + " of " + element.bundle() + " cannot be used: " + e.getMessage()));
        } catch (InvalidRegistryObjectException e) {
            // The bundle went while it was read; the registry tells of it, and the next snapshot is without it.
        }
    }

    private List<Element> elements(String point) {
        record Found(long installed, Element element) {
        }
        List<Found> found = new ArrayList<>();
        for (IExtension extension : extensions(point)) {
            try {
                String bundle = extension.getContributor().getName();
                for (IConfigurationElement element : extension.getConfigurationElements()) {
                    Element one = new Element(element, bundle);
                    found.add(new Found(one.contributor().getBundleId(), one));
                }
            } catch (InvalidRegistryObjectException | IllegalArgumentException e) {
                // As above: its bundle is going.
            }
        }
        return found.stream().sorted(Comparator.comparingLong(Found::installed)).map(Found::element).toList();
    }

    private List<IExtension> extensions(String point) {
        return Optional.ofNullable(registry.getExtensionPoint(point)).stream()
                .flatMap(there -> Stream.of(there.getExtensions())).toList();
    }

    /** Probes, keys and hosts that passed. */
    FixedContributions declared() {
        return declared;
    }

    /** Findings and causes; read at the first call. */
    synchronized KnowledgeBase knowledge() {
        if (knowledge == null) {
            List<KnowledgeMerge.Part> parts = new ArrayList<>();
            for (Element element : knowledgeFiles) {
                read(element, "knowledge", element.find("file"), () -> parts.add(part(element)));
            }
            knowledge = KnowledgeMerge.of(parts, issues);
        }
        return knowledge;
    }

    private KnowledgeMerge.Part part(Element element) {
        String file = DeclarationReader.knowledge(element);
        Bundle bundle = element.contributor();
        try {
            return new KnowledgeMerge.Part(element.bundle(), file, NetworkReader.read(name -> {
                URL entry = bundle.getEntry(name);
                if (entry == null) {
                    throw new FileNotFoundException(name);
                }
                return entry.openStream();
            }, file, declared.keys()::find));
        } catch (RuntimeException e) {
            // Whatever is wrong with a guest's file costs that file.
            throw new IllegalArgumentException(e.getMessage() == null ? "it cannot be read." : e.getMessage(), e);
        }
    }

    /** What cannot be used, with what shows only when it is looked for: knowledge, classes, broken bundles. */
    synchronized List<ContributionIssue> issues() {
        knowledge();
        if (!looked) {
            looked = true;
            used.forEach(this::lookForClass);
            issues.addAll(UnreadBundles.issues(registry));
        }
        return List.copyOf(issues);
    }

    private void lookForClass(Element element) {
        read(element, element.name(), element.find("id") + element.find("scheme"), () -> {
            // Only its file is looked for: the class is not loaded.
            String name = element.find("class").replaceAll(":.*", "");
            if (element.contributor().getResource(name.replace('.', '/') + ".class") == null) {
                throw new IllegalArgumentException("the class " + name + " is not there.");
            }
        });
    }
}
