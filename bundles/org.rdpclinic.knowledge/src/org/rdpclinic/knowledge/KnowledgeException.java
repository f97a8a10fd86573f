// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge;

import java.util.Objects;

/**
 * A data file of the knowledge base breaks its rules. The message is one sentence that names file and place.
 */
public final class KnowledgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String problem;

    /**
     * Reports one problem of one file.
     *
     * @param file    name of the file, such as {@code data/causes.json}
     * @param place   where in it, as a JSON pointer with the line, or empty for the whole file
     * @param problem what is wrong, without a full stop
     */
    public KnowledgeException(String file, String place, String problem) {
        this(file, place, problem, null);
    }

    /**
     * Reports one problem of one file, with what led to it.
     *
     * @param file    name of the file
     * @param place   where in it, or empty for the whole file
     * @param problem what is wrong, without a full stop
     * @param cause   what led to it, may be null as in every exception
     */
    public KnowledgeException(String file, String place, String problem, Throwable cause) {
        super(file + (place.isEmpty() ? "" : " at " + place) + ": " + problem + ".", cause);
        this.file = Objects.requireNonNull(file);
        this.place = Objects.requireNonNull(place);
        this.problem = Objects.requireNonNull(problem);
    }

    /** The file, as it was asked for. */
    public String file() {
        return file;
    }

    /** A JSON pointer with the line, or empty for the whole file. */
    public String place() {
        return place;
    }

    /** What is wrong, without a full stop. */
    public String problem() {
        return problem;
    }
}
