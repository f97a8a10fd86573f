// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

/** A case cannot be read or kept. The message is a sentence for the user. */
public final class CaseException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public CaseException(String message) {
        super(message);
    }

    /** With a sentence and what lies behind it. */
    public CaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
