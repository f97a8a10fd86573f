// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rdpclinic.report.TextStyle;

/**
 * Standard input, output and error, with what is known of them. Data goes to the output alone, messages to the error
 * stream. A reader who goes away, as {@code head} does, ends the output quietly; any other failure to write is told.
 */
public final class Terminal {

    /** The three streams. */
    public enum Stream {
        /** Standard input. */
        IN,
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    private static final int USUAL_WIDTH = 80;

    private final BufferedReader in;
    private final OutputStream out;
    private final OutputStream err;
    private final Charset charset;
    private final Set<Stream> terminals;
    private final Map<String, String> environment;
    private boolean readerGone;

    /**
     * Over streams.
     *
     * @param charset     the encoding of the terminal
     * @param terminals   those of the streams that are a terminal
     * @param environment variables by name
     */
    public Terminal(InputStream in, OutputStream out, OutputStream err, Charset charset, Set<Stream> terminals,
            Map<String, String> environment) {
        this.in = new BufferedReader(new InputStreamReader(in, charset));
        this.out = Objects.requireNonNull(out, "out");
        this.err = Objects.requireNonNull(err, "err");
        this.charset = charset;
        this.terminals = Set.copyOf(terminals);
        this.environment = Map.copyOf(environment);
    }

    /** Whether a stream is a terminal. */
    public boolean is(Stream stream) {
        return terminals.contains(stream);
    }

    /** Whether the user can be asked something. */
    public boolean isInteractive() {
        return is(Stream.IN) && is(Stream.OUT);
    }

    /** Whether a line on the error stream can be redrawn. */
    public boolean canRedraw() {
        return is(Stream.ERR) && !isDumb();
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** The style of text on the output. */
    public TextStyle style(ColourChoice choice) {
        boolean colour = switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> is(Stream.OUT) && !isDumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
        };
        return new TextStyle(width(), colour, isUnicode());
    }

    /** Columns: the variable {@code COLUMNS}, else 80; within the limits of a style. */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[0-9]{1,6}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return Math.clamp(width, TextStyle.NARROWEST, TextStyle.BROADEST);
    }

    private boolean isUnicode() {
        return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-");
    }

    /** Writes data as text. */
    public void data(String text) {
        write(text.getBytes(charset));
    }

    /** Writes JSON, which is UTF-8 wherever it goes (RFC 8259, 8.1). */
    public void json(String document) {
        write(document.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        if (readerGone) {
            return;
        }
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            if (!why.toLowerCase(Locale.ROOT).contains("pipe")) {
                throw Refusal.environment("The standard output cannot be written: " + why + ".");
            }
            readerGone = true;
        }
    }

    /** Writes a message and a line feed to the error stream; controls in it are made harmless. */
    public void say(String message) {
        StringBuilder harmless = new StringBuilder();
        message.codePoints().forEach(c -> harmless.appendCodePoint(Character.isISOControl(c) && c != '\n' ? '?' : c));
        raw(harmless.append('\n').toString());
    }

    /** Writes to the error stream as it is. */
    public void raw(String text) {
        try {
            synchronized (err) {
                err.write(text.getBytes(charset));
                err.flush();
            }
        } catch (IOException nowhereLeftToSayIt) {
            return;
        }
    }

    /** A line that the user typed; empty at the end of the input. */
    public Optional<String> readLine() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
