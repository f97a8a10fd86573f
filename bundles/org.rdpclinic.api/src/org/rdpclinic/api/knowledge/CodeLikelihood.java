// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.knowledge;

import java.util.OptionalLong;
import java.util.Set;

import org.rdpclinic.api.Symptom;

/**
 * How often mstsc shows a code when a cause is at work. For 0x904 ("socket closed", the code with a dozen causes) it
 * goes by how well sources attest the cause for that code; for any other code by whether the code is one of the
 * cause's own.
 *
 * @param socketClosed  how often the cause shows 0x904, 0 to 1
 * @param codes         disconnect codes of the cause's own
 * @param extendedCodes extended codes of the cause's own
 */
public record CodeLikelihood(double socketClosed, Set<Long> codes, Set<Long> extendedCodes) {

    /** "Socket closed", the code with a dozen causes. */
    public static final long SOCKET_CLOSED = 0x904;
    /** "The server denied the connection", which mstsc also guesses when a connection dies early. */
    public static final long SERVER_DENIED = 7;

    private static final double OWN = 0.6;
    private static final double FOREIGN = 0.05;

    /** A cause whose codes nobody attests. */
    public static final CodeLikelihood UNATTESTED = new CodeLikelihood(FOREIGN, Set.of(), Set.of());

    /** Copies the sets. */
    public CodeLikelihood {
        if (!(socketClosed > 0 && socketClosed < 1)) {
            throw new IllegalArgumentException("How often a cause shows a code lies between 0 and 1, not "
                    + socketClosed + ".");
        }
        codes = Set.copyOf(codes);
        extendedCodes = Set.copyOf(extendedCodes);
    }

    /** How often this cause shows the codes of a symptom, above 0 and below 1. */
    public double chanceOf(Symptom symptom) {
        if (owns(symptom.code(), codes) || owns(symptom.extended(), extendedCodes)) {
            return OWN;
        }
        boolean closed = symptom.code().isEmpty() || symptom.code().getAsLong() == SOCKET_CLOSED;
        boolean denied = symptom.extended().isEmpty() || symptom.extended().getAsLong() == SERVER_DENIED
                || symptom.extended().getAsLong() == 0;
        return closed && denied ? socketClosed : FOREIGN;
    }

    private static boolean owns(OptionalLong code, Set<Long> own) {
        return code.isPresent() && own.contains(code.getAsLong());
    }
}
