// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Findings and causes that fit together: every finding that a cause shows is there. Immutable. */
public final class KnowledgeBase {

    private final Map<String, Finding> findings;
    private final Map<String, Cause> causes;

    private KnowledgeBase(Map<String, Finding> findings, Map<String, Cause> causes) {
        this.findings = Collections.unmodifiableMap(findings);
        this.causes = Collections.unmodifiableMap(causes);
    }

    /**
     * Puts findings and causes together.
     *
     * @throws IllegalArgumentException with a sentence when an id is there twice, or a cause shows nothing, or shows a
     *                                  finding that is not there
     */
    public static KnowledgeBase of(Collection<Finding> findings, Collection<Cause> causes) {
        Map<String, Finding> findingsById = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (findingsById.put(finding.id(), finding) != null) {
                throw new IllegalArgumentException("The finding " + finding.id() + " is there twice.");
            }
        }
        Map<String, Cause> causesById = new LinkedHashMap<>();
        for (Cause cause : causes) {
            if (causesById.put(cause.id(), cause) != null) {
                throw new IllegalArgumentException("The cause " + cause.id() + " is there twice.");
            }
            if (cause.shows().isEmpty()) {
                throw new IllegalArgumentException("The cause " + cause.id() + " shows nothing.");
            }
            for (String finding : cause.shows().keySet()) {
                if (!findingsById.containsKey(finding)) {
                    throw new IllegalArgumentException(
                            "The cause " + cause.id() + " shows " + finding + ", which is no finding.");
                }
            }
        }
        return new KnowledgeBase(findingsById, causesById);
    }

    /** All findings, in the order in which they were given. */
    public Collection<Finding> findings() {
        return findings.values();
    }

    /** All causes, in the order in which they were given. */
    public Collection<Cause> causes() {
        return causes.values();
    }

    /** A finding by its id. */
    public Optional<Finding> findFinding(String id) {
        return Optional.ofNullable(findings.get(id));
    }

    /** A cause by its id. */
    public Optional<Cause> findCause(String id) {
        return Optional.ofNullable(causes.get(id));
    }
}
