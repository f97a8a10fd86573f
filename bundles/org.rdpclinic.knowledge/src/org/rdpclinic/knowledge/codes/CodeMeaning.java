// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

/**
 * What a number means: it stands in a list, or it is at least placed by its family.
 */
public sealed interface CodeMeaning permits Known, PlacedByFamily {

    /** The list. */
    CodeKind kind();

    /** The number, 0 to {@link CodeKind#LARGEST}. */
    long code();

    /** The family within the list. */
    Family family();

    /** The number and what it means, in one or two sentences; never the number alone. */
    String sentence();

    /** What it means, without the number, in one or two sentences. */
    String meaning();

    /** The number as people write it. */
    default String display() {
        return kind().display(code());
    }
}
