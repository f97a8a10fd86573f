// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.knowledge.network.Network;

/**
 * Puts files of findings and causes together. One that does not fit is left out as a whole; since the causes of one may
 * show the findings of another, those that do not fit are tried again whenever something was added.
 */
final class KnowledgeMerge {

    private final Map<Part, String> refused = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private KnowledgeBase base = KnowledgeBase.of(List.of(), List.of());

    /** One file of a bundle. */
    record Part(String bundle, String file, Network network) {
    }

    private KnowledgeMerge() {
    }

    /**
     * Puts the parts together, the earlier first.
     *
     * @param issues gets a sentence for each part that is left out
     */
    static KnowledgeBase of(List<Part> parts, List<ContributionIssue> issues) {
        KnowledgeMerge merge = new KnowledgeMerge();
        List<Part> open = new ArrayList<>(parts);
        while (open.removeIf(merge::add)) {
            merge.refused.clear();
        }
        merge.refused.forEach((part, why) -> issues.add(new ContributionIssue(part.bundle(), "The knowledge "
                + part.file() + " of " + part.bundle() + " cannot be used: " + why)));
        return merge.base;
    }

    private boolean add(Part part) {
        List<Finding> moreFindings = new ArrayList<>(findings);
        moreFindings.addAll(part.network().findings());
        List<Cause> moreCauses = new ArrayList<>(causes);
        moreCauses.addAll(part.network().causes());
        try {
            base = KnowledgeBase.of(moreFindings, moreCauses);
        } catch (IllegalArgumentException e) {
            refused.put(part, e.getMessage());
            return false;
        }
        findings.addAll(part.network().findings());
        causes.addAll(part.network().causes());
        return true;
    }
}
