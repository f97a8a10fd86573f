// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.network;

import java.util.List;

import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.Finding;

/**
 * What one file adds to the knowledge base.
 *
 * @param findings its findings
 * @param causes   its causes; what they show may stand in other files
 */
public record Network(List<Finding> findings, List<Cause> causes) {
    /** Copies the lists. */
    public Network {
        findings = List.copyOf(findings);
        causes = List.copyOf(causes);
    }
}
