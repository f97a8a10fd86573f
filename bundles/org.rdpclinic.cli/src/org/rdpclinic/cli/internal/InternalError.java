// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An error that is the clinic's own: one sentence for the user, and the details in a file for whoever mends it. */
final class InternalError {

    private InternalError() {
    }

    /**
     * Writes the details of an error to a new file in the folder for temporary files.
     *
     * @param error what went wrong
     * @return one sentence for the user that names the file, or says that it could not be written
     */
    static String describe(Throwable error) {
        return describe(error, Optional.empty());
    }

    /**
     * Writes the details of an error to a new file.
     *
     * @param error  what went wrong
     * @param folder where the file goes, if there is such a folder
     * @return one sentence for the user that names the file, or says that it could not be written
     */
    static String describe(Throwable error, Optional<Path> folder) {
        StringWriter details = new StringWriter();
        details.write("RDP Clinic, Java " + Runtime.version() + ", " + System.getProperty("os.name")
                + System.lineSeparator());
        error.printStackTrace(new PrintWriter(details, true));
        try {
            Path log = folder.isPresent() ? Files.createTempFile(folder.get(), "error-", ".log")
                    : Files.createTempFile("rdpclinic-error-", ".log");
            Files.writeString(log, details.toString());
            return "RDP Clinic met an error of its own (" + error.getClass().getSimpleName() + "); the details are in "
                    + log + ".";
        } catch (IOException unwritable) {
            return "RDP Clinic met an error of its own (" + error + "), and its details could not be written to a "
                    + "file.";
        }
    }
}
