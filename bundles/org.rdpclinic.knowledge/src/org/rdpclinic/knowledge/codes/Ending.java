// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rdpclinic.api.Stage;

/**
 * A way in which a connection attempt ends, as seen on the wire, and what it points to.
 *
 * @param stage      the stage
 * @param ending     what is seen
 * @param pointsTo   causes; an ending proves none that the server alone knows
 * @param client     what mstsc shows for it
 * @param note       a remark
 * @param unverified which part rests on one weak source
 * @param sources    ids of the sources
 */
public record Ending(Stage stage, String ending, List<CausePointer> pointsTo, Optional<String> client,
        Optional<String> note, Optional<String> unverified, List<String> sources) {

    /** Checks and copies. */
    public Ending {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(ending);
        pointsTo = List.copyOf(pointsTo);
        Objects.requireNonNull(client);
        Objects.requireNonNull(note);
        Objects.requireNonNull(unverified);
        sources = List.copyOf(sources);
    }
}
