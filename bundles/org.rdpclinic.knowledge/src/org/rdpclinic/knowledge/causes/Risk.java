// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

/**
 * What a remedy puts at stake, as its text says it; a plan for a real host may judge higher.
 */
public enum Risk {
    /** Little can go wrong, and it is easily put back. */
    LOW,
    /** It interrupts sessions, opens something, or is awkward to put back. */
    MEDIUM,
    /** It can cut off more than RDP, or takes protection away. */
    HIGH
}
