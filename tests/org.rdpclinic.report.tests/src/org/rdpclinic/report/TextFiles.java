// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts as they should be, in {@code resources/golden}. */
final class TextFiles {

    /** Where a test leaves what it got instead, to be looked at and taken over. */
    private static final Path GOT = Path.of("target", "golden");

    private TextFiles() {
    }

    static void compare(String name, String text) throws IOException {
        try (InputStream in = TextFiles.class.getResourceAsStream("/golden/" + name)) {
            String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(text)) {
                Files.createDirectories(GOT);
                Files.writeString(GOT.resolve(name), text);
            }
            assertEquals(expected, text, "What came out instead is in " + GOT.resolve(name).toAbsolutePath());
        }
    }
}
