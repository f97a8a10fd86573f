// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a user's shell does, with an environment and a temporary folder of the test's own. */
final class Shell {

    /** How a command ended, and what it printed. */
    record Result(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** A command that runs, with its output going to files. */
    record Running(Process process, Path out, Path err) {

        Result end() {
            try {
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new AssertionError(
                            "still running after two minutes: " + Files.readString(out) + Files.readString(err));
                }
                return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void awaitOutput(String text) throws IOException, InterruptedException {
            while (!Files.readString(out).contains(text) && !Files.readString(err).contains(text)) {
                if (!process.isAlive()) {
                    throw new AssertionError("ended before it printed " + text + ": " + end());
                }
                Thread.sleep(20);
            }
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        }
    }

    /** Whoever runs the tests in the background has them ignore SIGINT, and what they start as well. */
    private static final List<String> HEARS_SIGNALS = List.of("env", "--default-signal=INT,TERM");

    private final Path scratch;
    private final Path currentFolder;
    private final Map<String, String> environment;

    Shell(Path scratch) {
        this(scratch, scratch, Map.of());
    }

    private Shell(Path scratch, Path currentFolder, Map<String, String> environment) {
        this.scratch = scratch;
        this.currentFolder = currentFolder;
        this.environment = environment;
    }

    Shell in(Path folder) {
        return new Shell(scratch, folder, environment);
    }

    Shell with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(scratch, currentFolder, Map.copyOf(more));
    }

    /** The folder that the commands take for the place of temporary files. */
    Path temporaryFolder() {
        return scratch.resolve("tmp");
    }

    Result run(Object... words) {
        return start(words).end();
    }

    Running start(Object... words) {
        try {
            Files.createDirectories(temporaryFolder());
            Path output = Files.createTempDirectory(scratch, "output");
            Path out = output.resolve("out");
            Path err = output.resolve("err");
            List<String> command = new ArrayList<>(HEARS_SIGNALS);
            Arrays.stream(words).map(Object::toString).forEach(command::add);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(currentFolder.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("HOME", scratch.toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("TMPDIR", temporaryFolder().toString());
            builder.environment().put("LANG", "C.UTF-8");
            builder.environment().putAll(environment);
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectOutput(out.toFile());
            builder.redirectError(err.toFile());
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's files and folders, for a comparison of before and after. */
    static List<String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void writeScript(Path file, String text) throws IOException {
        write(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
