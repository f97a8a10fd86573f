// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.parts;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parts of a machine that some tests need: servers, clients and tools that Maven cannot bring.
 *
 * <p>A part that is missing ends the test at once. It is then a counted skip, or a failure where every part is
 * demanded: the system property {@code rdpclinic.parts} or the environment variable {@code RDPCLINIC_PARTS} says {@code
 * required}, as {@code ./verify} does.
 */
public final class Parts {

    /** Folders that hold servers and are on no ordinary user's search path. */
    private static final String FOLDERS_OF_SERVERS = "/usr/local/sbin:/usr/sbin:/sbin";

    private Parts() {
    }

    /**
     * Requires a command, looked for on the search path and in the folders of servers.
     *
     * @param name the command's file name, such as {@code xrdp}
     * @return the command's file
     */
    public static Path requireCommand(String name) {
        return findCommand(name).orElseThrow(() -> missing("the command " + name + " is not installed"));
    }

    /**
     * Requires whatever else a test needs of its machine.
     *
     * @param there whether the machine has it
     * @param reason what is missing, in words that end the sentence "This test cannot run here: …"
     */
    public static void require(boolean there, String reason) {
        if (!there) {
            throw missing(reason);
        }
    }

    /**
     * Looks for a command on the search path and in the folders of servers.
     *
     * @param name the command's file name
     * @return the command's file; empty when the machine has none of that name
     */
    public static Optional<Path> findCommand(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + FOLDERS_OF_SERVERS;
        for (String folder : path.split(File.pathSeparator)) {
            Path file = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether a missing part is a failure.
     *
     * @return true under {@code ./verify}, false in a plain build
     */
    public static boolean required() {
        return "required".equals(System.getProperty("rdpclinic.parts"))
                || "required".equals(System.getenv("RDPCLINIC_PARTS"));
    }

    private static RuntimeException missing(String reason) {
        String sentence = "This test cannot run here: " + reason + ".";
        if (required()) {
            return fail(sentence);
        }
        return abort(sentence);
    }
}
