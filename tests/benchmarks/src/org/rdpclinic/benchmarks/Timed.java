// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Times whole processes by the clock on the wall. */
final class Timed {

    private Timed() {
    }

    /**
     * A command.
     *
     * @param words  program and arguments
     * @param status the exit status that it must have
     * @param output where its standard output goes; nowhere if empty
     * @param home   the clinic's home, if it has one
     */
    record Command(List<String> words, int status, Optional<Path> output, Optional<Path> home) {

        double millis() throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            home.ifPresent(folder -> builder.environment().put("RDPCLINIC_HOME", folder.toString()));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.redirectOutput(output.map(file -> ProcessBuilder.Redirect.to(file.toFile()))
                    .orElse(ProcessBuilder.Redirect.DISCARD));
            long begun = System.nanoTime();
            int ended = builder.start().waitFor();
            if (ended != status) {
                throw new IOException(words + " ended with status " + ended);
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
