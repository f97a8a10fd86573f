// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.cli.internal.terminal.Terminal.Stream;

/** The terminal of this process. */
public final class ProcessTerminal {

    /**
     * The property by which a start script may say which streams are terminals: {@code in,out,err}, or {@code none}.
     */
    public static final String PROPERTY = "rdpclinic.terminal";

    private ProcessTerminal() {
    }

    /** Finds out what there is. */
    public static Terminal find() {
        return new Terminal(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err), charset(System.getProperty("stdout.encoding", "")),
                terminals(), System.getenv());
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }

    private static Set<Stream> terminals() {
        Set<Stream> found = EnumSet.noneOf(Stream.class);
        String told = System.getProperty(PROPERTY, "");
        for (Stream stream : Stream.values()) {
            boolean terminal = told.isEmpty() ? byDevice(stream).orElseGet(ProcessTerminal::byConsole)
                    : told.contains(stream.name().toLowerCase(Locale.ROOT));
            if (terminal) {
                found.add(stream);
            }
        }
        return found;
    }

    /** Linux names the device behind each stream. */
    private static Optional<Boolean> byDevice(Stream stream) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream.ordinal())).toString();
            return Optional.of(device.startsWith("/dev/pts/") || device.startsWith("/dev/tty")
                    || device.equals("/dev/console"));
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** Elsewhere a console stands for all three; from Java 22 on there is one even without a terminal. */
    private static boolean byConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
