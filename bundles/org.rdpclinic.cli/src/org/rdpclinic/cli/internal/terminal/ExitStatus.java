// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

import org.rdpclinic.api.Verdict;

/** The exit statuses, which are part of the command line's contract. */
public final class ExitStatus {

    /** A command did what it was asked to; a diagnosis is healthy. */
    public static final int DONE = 0;
    /** A problem was diagnosed. */
    public static final int PROBLEM = 1;
    /** Usage, or input that cannot be read. */
    public static final int USAGE = 2;
    /** A diagnosis is inconclusive; another command did its work in part. */
    public static final int PARTLY = 3;
    /** An internal error, or the environment, such as a full disk. */
    public static final int TROUBLE = 4;
    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {
    }

    /** The status of a diagnosis. */
    public static int of(Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> DONE;
            case PROBLEM -> PROBLEM;
            case INCONCLUSIVE -> PARTLY;
        };
    }
}
