// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import org.rdpclinic.api.diagnosis.Case;

/** Writes a case as JSON and reads it back. Safe for use by several threads. */
public interface CaseCodec {

    /** The case as JSON in UTF-8. */
    byte[] encode(Case content);

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param json content, which may be damaged, cut short or from a newer clinic
     * @param name what to call it in a message, such as its path
     * @throws CaseException with a sentence when it cannot be read
     */
    Case decode(byte[] json, String name) throws CaseException;
}
