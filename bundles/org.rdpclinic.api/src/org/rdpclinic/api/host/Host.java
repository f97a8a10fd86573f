// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

/** A computer that the clinic can look into. Nothing can be changed through it. Safe for use by several threads. */
public interface Host extends AutoCloseable {

    /** The spec by which it was opened, for example {@code lab:healthy}. */
    String spec();

    /** One facet, or why it cannot be had. May ask the host; never throws. */
    <F extends Facet> Access<F> facet(Class<F> facet);

    @Override
    default void close() {
    }
}
