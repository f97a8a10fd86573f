// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;

/**
 * A number that stands in no list, placed by its family.
 *
 * @param kind   the list in which it was looked up
 * @param code   the number
 * @param family the family that its bytes or its range give it
 */
public record PlacedByFamily(CodeKind kind, long code, Family family) implements CodeMeaning {

    private static final long STATUS = 0x8000_0000L;

    /** Checks. */
    public PlacedByFamily {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(family);
    }

    @Override
    public String meaning() {
        String placed = "No list holds this " + kind.noun() + ". "
                + (family.id().equals(Family.UNPLACED) ? "" : "Its family is " + family.title() + ": ")
                + family.meaning();
        boolean hresult = code >= STATUS && code < 0xC000_0000L;
        return hresult ? placed + " As an HRESULT it is error " + (code & 0xFFFF) + " of facility "
                + (code >>> 16 & 0x7FF) + "." : placed;
    }

    @Override
    public String sentence() {
        return display() + ": " + meaning();
    }
}
