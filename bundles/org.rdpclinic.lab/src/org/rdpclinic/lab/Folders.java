// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.make.StateMaker;
import org.rdpclinic.lab.internal.server.ForeignAttempt;

/** Folders of start states. */
final class Folders {

    private static final System.Logger LOGGER = System.getLogger(Folders.class.getName());

    private Folders() {
    }

    static Path temporary() throws HostException {
        try {
            return Files.createTempDirectory("rdpclinic-lab-");
        } catch (IOException e) {
            throw denied("The lab cannot make a temporary folder: " + e.getMessage() + ".");
        }
    }

    /** Writes a start state into a folder that is absent or empty. */
    static void make(Path folder, Scenario scenario, LabOptions options) throws HostException {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw denied("The folder " + folder + " is not empty.");
                }
            }
        } catch (IOException e) {
            throw denied("The lab cannot use the folder " + folder + ": " + e.getMessage() + ".");
        }
        StateMaker.make(folder, Scenarios.resource("/data/default-windows.json"), scenario.changes(),
                options.clock());
        ForeignAttempt.play(folder, StateMaker.MEMBERS, options.clock());
    }

    /** Deletes a folder with all that is in it, as far as that can be done. */
    static void delete(Path folder) {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, e.getMessage());
            return;
        }
        for (Path each : deepestFirst) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.DEBUG, e.getMessage());
            }
        }
    }

    private static HostException denied(String sentence) {
        return new HostException(HostException.Kind.DENIED, sentence,
                "Give the lab an empty folder that can be written.");
    }
}
