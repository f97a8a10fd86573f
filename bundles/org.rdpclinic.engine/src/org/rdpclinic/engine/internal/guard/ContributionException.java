// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.internal.guard;

/** A contribution cannot be made: the message is a whole sentence that names its bundle. */
public final class ContributionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence and what lies behind it. */
    public ContributionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With a sentence. */
    public ContributionException(String message) {
        super(message);
    }
}
