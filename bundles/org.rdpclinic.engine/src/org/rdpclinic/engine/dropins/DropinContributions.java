// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.KeyCatalog;
import org.rdpclinic.engine.ProbeDeclaration;

/** Contributions together with what is wrong with bundle files that never came to contribute. */
public final class DropinContributions implements Contributions {

    private final Contributions contributions;
    private final Dropins dropins;

    /** Puts both together; whoever made them closes them. */
    public DropinContributions(Contributions contributions, Dropins dropins) {
        this.contributions = Objects.requireNonNull(contributions, "contributions");
        this.dropins = Objects.requireNonNull(dropins, "dropins");
    }

    @Override
    public List<ProbeDeclaration> probes() {
        return contributions.probes();
    }

    @Override
    public Map<String, HostContribution> hosts() {
        return contributions.hosts();
    }

    @Override
    public KnowledgeBase knowledge() {
        return contributions.knowledge();
    }

    @Override
    public KeyCatalog keys() {
        return contributions.keys();
    }

    /** {@inheritDoc} A bundle file that only waits to be trusted is no issue. */
    @Override
    public List<ContributionIssue> issues() {
        List<ContributionIssue> issues = new ArrayList<>(contributions.issues());
        for (Dropin dropin : dropins.all()) {
            if (dropin.state() == Dropin.State.BROKEN) {
                issues.add(new ContributionIssue(dropin.name().isEmpty() ? dropin.file() : dropin.name(),
                        "The bundle file " + dropin.file() + " cannot be used. " + dropin.reason()));
            }
        }
        return List.copyOf(issues);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        AutoCloseable first = contributions.onChange(listener);
        AutoCloseable second = dropins.onChange(listener);
        return () -> {
            first.close();
            second.close();
        };
    }
}
