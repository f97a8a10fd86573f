// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A copy of the product that this build made, with a home of its own. */
record Product(Path folder) {

    private static final Path BUILT = Path.of(System.getProperty("rdpclinic.root")).toAbsolutePath().normalize()
            .resolve("releng/org.rdpclinic.headless/target/products/org.rdpclinic.headless/linux/gtk/x86_64");

    /** A command that runs, with its output going to files. */
    record Running(Process process, Path out, Path err) {

        String out(int status) throws IOException, InterruptedException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after two minutes: " + said());
            }
            if (process.exitValue() != status) {
                throw new AssertionError("ended with " + process.exitValue() + ": " + said());
            }
            return Files.readString(out);
        }

        String said() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }

        void awaitOutput(String text) throws IOException, InterruptedException {
            while (!Files.readString(out).contains(text)) {
                if (!process.isAlive()) {
                    throw new AssertionError("ended before it printed " + text + ": " + said());
                }
                Thread.sleep(20);
            }
        }
    }

    static Product copyTo(Path folder) throws IOException {
        Path copy = folder.resolve("product");
        Files.walkFileTree(BUILT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                if (each.getFileName().toString().equals("prepared")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(BUILT.relativize(each)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Files.copy(each, copy.resolve(BUILT.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return new Product(folder);
    }

    Path home() {
        return folder.resolve("home");
    }

    Running clinic(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM",
                folder.resolve("product/clinic").toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    /** Runs the client of another process, which is plain JDK. */
    Running client(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), source().toString()));
        command.addAll(Arrays.asList(arguments));
        return start(command);
    }

    private static Path source() {
        try {
            return Path.of(Product.class.getResource("/client/Client.java").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private Running start(List<String> command) throws IOException {
        Path output = Files.createTempDirectory(folder, "output");
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("RDPCLINIC_HOME", home().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Running(builder.start(), out, err);
    }
}
