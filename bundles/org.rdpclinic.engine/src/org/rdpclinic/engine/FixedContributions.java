// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.knowledge.KnowledgeBase;

/** Contributions given by hand, for tests and for programs that embed the engine. They are checked and never change. */
public final class FixedContributions implements Contributions {

    private final List<ProbeDeclaration> probes;
    private final Map<String, HostContribution> hosts;
    private final KnowledgeBase knowledge;
    private final KeyCatalog keys;
    private final List<ContributionIssue> issues;

    private FixedContributions(List<ProbeDeclaration> probes, Map<String, HostContribution> hosts,
            KnowledgeBase knowledge, KeyCatalog keys, List<ContributionIssue> issues) {
        this.probes = List.copyOf(probes);
        this.hosts = Collections.unmodifiableMap(hosts);
        this.knowledge = Objects.requireNonNull(knowledge, "knowledge");
        this.keys = keys;
        this.issues = List.copyOf(issues);
    }

    /**
     * Checks contributions and keeps those that pass; of two with the same id the earlier passes.
     *
     * @throws IllegalArgumentException when a key is there twice
     */
    public static FixedContributions of(List<ProbeDeclaration> probes, Collection<? extends ObservationKey<?>> keys,
            KnowledgeBase knowledge, List<HostContribution> hosts) {
        List<ContributionIssue> issues = new ArrayList<>();
        KeyCatalog catalog = KeyCatalog.of(keys);
        Map<String, HostContribution> byScheme = new LinkedHashMap<>();
        for (HostContribution host : hosts) {
            HostContribution first = byScheme.putIfAbsent(host.scheme(), host);
            if (first != null) {
                issues.add(new ContributionIssue(host.bundle(), "The host scheme " + host.scheme() + " of "
                        + host.bundle() + " is taken by " + first.bundle() + "."));
            }
        }
        List<ProbeDeclaration> passed = new ProbeChecks(catalog, issues).check(probes);
        return new FixedContributions(passed, byScheme, knowledge, catalog, issues);
    }

    @Override
    public List<ProbeDeclaration> probes() {
        return probes;
    }

    @Override
    public Map<String, HostContribution> hosts() {
        return hosts;
    }

    @Override
    public KnowledgeBase knowledge() {
        return knowledge;
    }

    @Override
    public KeyCatalog keys() {
        return keys;
    }

    @Override
    public List<ContributionIssue> issues() {
        return issues;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> { };
    }
}
