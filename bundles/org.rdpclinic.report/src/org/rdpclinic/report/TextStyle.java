// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

/**
 * How text is set.
 *
 * @param width   columns, 40 to 100
 * @param colour  whether ANSI colours may be used; nothing is told by colour alone
 * @param unicode whether the terminal shows more than ASCII
 */
public record TextStyle(int width, boolean colour, boolean unicode) {

    /** The narrowest. */
    public static final int NARROWEST = 40;
    /** The broadest: longer lines are hard to read. */
    public static final int BROADEST = 100;

    /** 80 columns, no colour, all characters: how a report is written into a file. */
    public static final TextStyle PLAIN = new TextStyle(80, false, true);

    /** Checks the width. */
    public TextStyle {
        if (width < NARROWEST || width > BROADEST) {
            throw new IllegalArgumentException("A text is " + NARROWEST + " to " + BROADEST + " columns wide, not "
                    + width + ".");
        }
    }
}
