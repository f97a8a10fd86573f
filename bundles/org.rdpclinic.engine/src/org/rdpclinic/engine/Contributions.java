// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.List;
import java.util.Map;

import org.rdpclinic.api.knowledge.KnowledgeBase;

/**
 * What bundles contribute, checked: ids are unique, every key is declared, every need can be met, and needs have no
 * cycle. What did not pass is left out and is an issue. Each answer is a snapshot; safe for use by several threads.
 */
public interface Contributions {

    /** The probes that can be used. */
    List<ProbeDeclaration> probes();

    /** The ways to open hosts, by scheme. */
    Map<String, HostContribution> hosts();

    /** Findings and causes, put together from every contribution. */
    KnowledgeBase knowledge();

    /** The keys that are declared. */
    KeyCatalog keys();

    /** The contributions that cannot be used, each with a sentence. */
    List<ContributionIssue> issues();

    /**
     * Calls back after contributions came or went.
     *
     * @return closing it ends the calls
     */
    AutoCloseable onChange(Runnable listener);
}
