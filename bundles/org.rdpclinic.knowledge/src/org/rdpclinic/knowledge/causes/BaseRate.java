// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

/**
 * How often a cause is met in the field with any symptom; the code that the user saw has no part in it. A judgement in
 * narrow classes: it orders what the evidence leaves alike.
 */
public enum BaseRate {
    /** Everyday work of a helpdesk. */
    COMMON,
    /** Met now and then. */
    UNCOMMON,
    /** Met seldom. */
    RARE
}
