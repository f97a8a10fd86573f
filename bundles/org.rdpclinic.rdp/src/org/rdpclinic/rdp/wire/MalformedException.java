// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.wire;

import java.io.IOException;

/**
 * Bytes that break the format that they claim to have: a length that lies, a field out of range, a message cut short.
 */
public final class MalformedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the fault.
     *
     * @param message what is wrong, as a phrase without the bytes themselves
     */
    public MalformedException(String message) {
        super(message);
    }
}
