// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that a test starts; all of them are ended with it. */
final class Processes implements AutoCloseable {

    private static final File NOTHING = new File("/dev/null");

    private final List<Process> started = new ArrayList<>();

    /** Runs a command to its end, which must be a good one. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "command", ".log");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).redirectInput(NOTHING)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), () -> "ends: " + List.of(command));
        assertEquals(0, process.exitValue(), () -> List.of(command) + ": " + read(output));
    }

    /** Starts a server and waits until its port accepts. */
    void serve(Path folder, int port, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output-" + port + ".log");
        start(folder, output, environment, command);
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new IOException(List.of(command) + " does not listen on port " + port + ": " + read(output));
    }

    /** Starts a program that goes on until the test's end. */
    Process start(Path folder, Path output, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).redirectInput(NOTHING);
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
