// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The start of the clinic, {@code clinic --version} as a whole process, beside the start and end of an Equinox of the
 * same version without any bundle, started plainly by its launcher. The two run in turn, so that a change of the
 * machine's speed meets both.
 */
final class StartBenchmark implements Benchmark {

    @Override
    public List<String> measure(int rounds) throws Exception {
        Path empty = Files.createTempDirectory("empty-equinox");
        try {
            Timed.Command equinox = command(emptyEquinox(empty));
            Timed.Command clinic = command(List.of(Product.SCRIPT.toString(), "--version"));
            equinox.millis();
            clinic.millis();
            double[] equinoxMillis = new double[rounds];
            double[] clinicMillis = new double[rounds];
            double[] ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                clinicMillis[i] = clinic.millis();
                equinoxMillis[i] = equinox.millis();
                ratios[i] = clinicMillis[i] / equinoxMillis[i];
            }
            return List.of(String.format(Locale.ROOT,
                    "start: clinic --version %.0f ms, empty Equinox %.0f ms, ratio %.2f (medians of %d pairs)",
                    Timed.median(clinicMillis), Timed.median(equinoxMillis), Timed.median(ratios), rounds));
        } finally {
            Product.delete(empty);
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Product.FOLDER.resolve("plugins"), pattern)) {
            Path file = files.iterator().next();
            return Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private static Timed.Command command(List<String> words) {
        return new Timed.Command(words, 0, Optional.empty(), Optional.empty());
    }
}
