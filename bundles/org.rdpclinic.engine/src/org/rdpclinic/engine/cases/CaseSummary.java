// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.RankedCause;

/** A line in the list of cases. */
public sealed interface CaseSummary {

    /** Name of the case's folder. */
    String id();

    /** The case's folder. */
    Path folder();

    /**
     * A case that can be read.
     *
     * @param id        name of the folder
     * @param folder    the folder
     * @param created   when it was opened
     * @param target    where the user wants to connect
     * @param origin    empty, or why it is no real host
     * @param verdict   the end in one word
     * @param named     ids of the named causes, the likelier first
     * @param undecided ids of the causes in undecided groups, the likelier first
     */
    record Readable(String id, Path folder, Instant created, String target, String origin, Verdict verdict,
            List<String> named, List<String> undecided) implements CaseSummary {
        /** Copies the lists. */
        public Readable {
            named = List.copyOf(named);
            undecided = List.copyOf(undecided);
        }

        static Readable of(Case content, String id, Path folder) {
            return new Readable(id, folder, content.created(), content.target().toString(), content.origin(),
                    content.diagnosis().verdict(),
                    content.diagnosis().named().stream().map(RankedCause::cause).toList(),
                    content.diagnosis().undecided().stream().flatMap(group -> group.causes().stream()).toList());
        }
    }

    /** A folder whose case cannot be read: why, in a sentence. */
    record Unreadable(String id, Path folder, String reason) implements CaseSummary {
    }

    /** The case where it can be read. */
    default Optional<Readable> readable() {
        return this instanceof Readable readable ? Optional.of(readable) : Optional.empty();
    }
}
