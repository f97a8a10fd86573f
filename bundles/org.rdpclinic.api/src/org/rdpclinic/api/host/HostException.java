// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.Objects;

/** A host could not be asked. The message is a sentence for the user. */
public final class HostException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, in one word. */
    public enum Kind {
        /** The spec names no host. */
        BAD_SPEC,
        /** The host does not answer. */
        UNREACHABLE,
        /** The host answers and refuses. */
        DENIED,
        /** What the host says cannot be read. */
        UNREADABLE
    }

    private final Kind kind;
    private final String advice;

    /** With a sentence, and one on what to do about it. */
    public HostException(Kind kind, String message, String advice) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
