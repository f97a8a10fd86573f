// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The start of the clinic, {@code clinic --version} as a whole process, beside the start and end of an Equinox of the
 * same version without any bundle, started plainly by its launcher. The two run in turn, so that a change of the
 * machine's speed meets both.
 */
final class StartBenchmark implements Benchmark {

    private static final Path PRODUCT = Path.of(System.getProperty("rdpclinic.root"),
            "releng/org.rdpclinic.headless/target/products/org.rdpclinic.headless/linux/gtk/x86_64");

    @Override
    public List<String> measure(int rounds) throws Exception {
        Path empty = Files.createTempDirectory("empty-equinox");
        try {
            List<String> equinox = emptyEquinox(empty);
            List<String> clinic = List.of(PRODUCT.resolve("clinic").toString(), "--version");
            millis(equinox);
            millis(clinic);
            double[] equinoxMillis = new double[rounds];
            double[] clinicMillis = new double[rounds];
            double[] ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                clinicMillis[i] = millis(clinic);
                equinoxMillis[i] = millis(equinox);
                ratios[i] = clinicMillis[i] / equinoxMillis[i];
            }
            return List.of(String.format(Locale.ROOT,
                    "start: clinic --version %.0f ms, empty Equinox %.0f ms, ratio %.2f (medians of %d pairs)",
                    median(clinicMillis), median(equinoxMillis), median(ratios), rounds));
        } finally {
            delete(empty);
        }
    }

    private static List<String> emptyEquinox(Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path launcher = copy("org.eclipse.equinox.launcher_*.jar", plugins);
        copy("org.eclipse.osgi_*.jar", plugins);
        Files.createDirectories(folder.resolve("configuration"));
        Files.writeString(folder.resolve("configuration/config.ini"),
                "eclipse.ignoreApp=true\nosgi.noShutdown=false\n");
        return List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar", launcher.toString());
    }

    private static Path copy(String pattern, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PRODUCT.resolve("plugins"), pattern)) {
            Path file = files.iterator().next();
            return Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private static double millis(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with status " + status);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
