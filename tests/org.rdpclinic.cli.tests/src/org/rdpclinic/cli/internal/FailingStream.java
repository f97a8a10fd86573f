// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that cannot be written. */
final class FailingStream extends OutputStream {

    private final String why;

    FailingStream(String why) {
        this.why = why;
    }

    @Override
    public void write(int b) throws IOException {
        throw new IOException(why);
    }
}
