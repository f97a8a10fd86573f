// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rdpclinic.cli.internal.terminal.Terminal;

/** Runs the command line inside the test, with streams of the test's own. */
final class Shell {

    final TestServices services;
    final Map<String, String> environment = new HashMap<>();
    Set<Terminal.Stream> terminals = Set.of();
    Charset charset = StandardCharsets.UTF_8;
    String typed = "";
    OutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    Shell(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.services = new TestServices(home);
    }

    /** Runs a command; the answer is its exit status. */
    int run(String... arguments) {
        messages.reset();
        if (data instanceof ByteArrayOutputStream bytes) {
            bytes.reset();
        }
        Terminal terminal = new Terminal(new ByteArrayInputStream(typed.getBytes(charset)), data, messages, charset,
                terminals, environment);
        return Main.run(List.of(arguments), terminal, services);
    }

    /** What it printed. */
    String out() {
        return ((ByteArrayOutputStream) data).toString(charset);
    }

    /** What it said. */
    String err() {
        return messages.toString(charset);
    }
}
