// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

/** Kleene's three truth values: what was not observed is unknown, and stays so under negation. */
public enum Truth {
    /** It is so. */
    TRUE,
    /** It is not so. */
    FALSE,
    /** Nothing is known about it. */
    UNKNOWN;

    /** The truth value of a boolean. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Kleene's conjunction. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /** Kleene's disjunction. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    /** Kleene's negation. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
