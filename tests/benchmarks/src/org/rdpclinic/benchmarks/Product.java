// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The product that is measured, as the build made it. */
final class Product {

    static final Path FOLDER = Path.of(System.getProperty("rdpclinic.root"),
            "releng/org.rdpclinic.headless/target/products/org.rdpclinic.headless/linux/gtk/x86_64");
    static final Path SCRIPT = FOLDER.resolve("clinic");

    private Product() {
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
