// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that stands in a list.
 *
 * @param kind          the list
 * @param code          the number
 * @param family        its family within the list
 * @param constant      its symbolic name, where one is known
 * @param official      whether the vendor or the standard names it
 * @param meaning       one or two sentences in our own words
 * @param category      user, server, network, resources, security, credentials, protocol or licensing
 * @param isError       whether it reports a failure; false for an ordinary end
 * @param pointsTo      causes that it points to
 * @param disagreements what sources say that differ about it
 * @param readings      what people are told that it means
 * @param note          a remark
 * @param next          what to do next
 * @param unverified    which part of the row rests on one weak source
 * @param sources       ids of the sources, at least one
 */
public record Known(CodeKind kind, long code, Family family, Optional<String> constant, boolean official,
        String meaning, String category, boolean isError, List<CausePointer> pointsTo,
        List<Disagreement> disagreements, List<Reading> readings, Optional<String> note, Optional<String> next,
        Optional<String> unverified, List<String> sources) implements CodeMeaning {

    /** Checks and copies. */
    public Known {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(family);
        Objects.requireNonNull(constant);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(category);
        pointsTo = List.copyOf(pointsTo);
        disagreements = List.copyOf(disagreements);
        readings = List.copyOf(readings);
        Objects.requireNonNull(note);
        Objects.requireNonNull(next);
        Objects.requireNonNull(unverified);
        sources = List.copyOf(sources);
    }

    @Override
    public String sentence() {
        return display() + constant.map(c -> ", " + c).orElse("") + ": " + meaning;
    }
}
