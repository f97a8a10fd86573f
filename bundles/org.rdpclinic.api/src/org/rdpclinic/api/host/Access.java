// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

/**
 * A facet, or why it cannot be had.
 *
 * @param <F> the facet
 */
public sealed interface Access<F extends Facet> {

    /** The facet is there. */
    record Available<F extends Facet>(F facet) implements Access<F> {
    }

    /** The facet cannot be had: why, and what to do about it. */
    record Unavailable<F extends Facet>(String reason, String advice) implements Access<F> {
    }
}
