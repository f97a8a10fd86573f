// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.util.List;
import java.util.Objects;

import org.rdpclinic.api.Verdict;

/**
 * What the evidence says.
 *
 * @param verdict     the end in one word
 * @param causes      the causes, the likelier first; those below 0.01 are left out
 * @param undecided   groups that the evidence cannot split
 * @param unexplained probability of something that is not in the knowledge base, 0.01 to 0.99 where there is a failure
 * @param advisories  what is worth mending besides
 * @param next        probes that would tell most, the best first
 * @param stages      how far the clinic came
 */
public record Diagnosis(Verdict verdict, List<RankedCause> causes, List<UndecidedGroup> undecided, double unexplained,
        List<Advisory> advisories, List<NextProbe> next, List<StageRow> stages) {

    /** Copies the lists. */
    public Diagnosis {
        Objects.requireNonNull(verdict, "verdict");
        causes = List.copyOf(causes);
        undecided = List.copyOf(undecided);
        advisories = List.copyOf(advisories);
        next = List.copyOf(next);
        stages = List.copyOf(stages);
    }

    /** The causes that are named, the likelier first. */
    public List<RankedCause> named() {
        return causes.stream().filter(cause -> cause.standing() == RankedCause.Standing.NAMED).toList();
    }
}
