// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.intake;

/** Something that the user brought along cannot be read. The message is a sentence for the user. */
public final class IntakeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a sentence. */
    public IntakeException(String message) {
        super(message);
    }

    /** With a sentence and what lies behind it. */
    public IntakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
