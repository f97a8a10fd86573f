// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Locale;

/** The end of a diagnosis in one word. */
public enum Verdict {
    /** A cause is named, or there is an undecided group. */
    PROBLEM,
    /** Every stage that can be reached without a password was reached, nothing is suspect, and nobody complained. */
    HEALTHY,
    /** Neither: more must be looked into. */
    INCONCLUSIVE;

    /** The stable name in data and JSON, for example {@code problem}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
