// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The product as this build made it, and copies of it. */
final class Product {

    private static final Path ROOT = Path.of(System.getProperty("rdpclinic.root")).toAbsolutePath().normalize();
    private static final Path PRODUCTS =
            Path.of("releng/org.rdpclinic.headless/target/products/org.rdpclinic.headless");

    private Product() {
    }

    /** The source tree. */
    static Path root() {
        return ROOT;
    }

    /** Where the product lies in a source tree, from its top folder. */
    static Path place() {
        return PRODUCTS.resolve("linux/gtk/x86_64");
    }

    /** The product for Windows, as built. */
    static Path forWindows() {
        return ROOT.resolve(PRODUCTS).resolve("win32/win32/x86_64");
    }

    /** Copies the product as it would lie after it was unpacked: never started. */
    static void copyTo(Path folder) throws IOException {
        copy(ROOT.resolve(place()), folder);
    }

    /** Copies the product, with {@code EchoApplication} in the place of the clinic. */
    static void copyWithEchoTo(Path folder) throws IOException {
        copyTo(folder);
        Path jar = folder.resolve("plugins/org.rdpclinic.launch.tests.echo_1.0.0.jar");
        Map<String, String> entries = Map.of(
                "META-INF/MANIFEST.MF", "/echo/META-INF/MANIFEST.MF",
                "plugin.xml", "/echo/plugin.xml",
                "org/rdpclinic/launch/tests/echo/EchoApplication.class",
                "/org/rdpclinic/launch/tests/echo/EchoApplication.class");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                try (InputStream source = Product.class.getResourceAsStream(entry.getValue())) {
                    source.transferTo(zip);
                }
            }
        }
        Path bundles = folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.writeString(bundles, "org.rdpclinic.launch.tests.echo,1.0.0,plugins/" + jar.getFileName() + ",4,false\n",
                StandardOpenOption.APPEND);
        Path settings = folder.resolve("configuration/config.ini");
        String clinic = "eclipse.application=org.rdpclinic.cli.clinic";
        String text = Files.readString(settings);
        if (!text.contains(clinic)) {
            throw new IOException(settings + " names another application than the clinic");
        }
        Files.writeString(settings,
                text.replace(clinic, "eclipse.application=org.rdpclinic.launch.tests.echo.application"));
    }

    /** Copies a folder, without what a first start makes in it. */
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.getFileName().toString().equals("prepared")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
