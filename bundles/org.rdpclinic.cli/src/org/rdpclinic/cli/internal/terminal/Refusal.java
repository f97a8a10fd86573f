// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

/** Ends a command with a status and one sentence for the user: what is wrong, where, and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String sentence, Throwable cause) {
        super(sentence, cause, false, false);
        this.status = status;
    }

    /** The user's input cannot be used: status 2. */
    public static Refusal usage(String sentence) {
        return new Refusal(ExitStatus.USAGE, sentence, null);
    }

    /** The same, for something that was told by an exception. */
    public static Refusal usage(Exception cause) {
        return new Refusal(ExitStatus.USAGE, cause.getMessage(), cause);
    }

    /** The environment does not play along, such as a full disk: status 4. */
    public static Refusal environment(String sentence) {
        return new Refusal(ExitStatus.TROUBLE, sentence, null);
    }

    /** The same, for something that was told by an exception. */
    public static Refusal environment(Exception cause) {
        return new Refusal(ExitStatus.TROUBLE, cause.getMessage(), cause);
    }

    /** The exit status. */
    public int status() {
        return status;
    }
}
