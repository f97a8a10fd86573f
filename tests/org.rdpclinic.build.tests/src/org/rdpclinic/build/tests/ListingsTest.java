// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.build.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The listings of the documentation are those of the example that this build makes. Above each stands a comment with the
 * file, and the name of the part between two markers where it is not the whole file.
 */
class ListingsTest {

    private static final Path ROOT = Path.of(System.getProperty("rdpclinic.root"));
    private static final Pattern LISTING =
            Pattern.compile("<!-- listing: (\\S+)(?: (\\S+))? -->\n```\\w*\n(.*?)\n```\n", Pattern.DOTALL);

    @Test
    void thoseOfWriteAProbeAreCutFromTheExample() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/write-a-probe.md"));
        Matcher matcher = LISTING.matcher(page);
        int count = 0;
        while (matcher.find()) {
            count++;
            String source = Files.readString(ROOT.resolve(matcher.group(1))).stripTrailing();
            assertEquals(matcher.group(2) == null ? source : part(source, matcher.group(2)), matcher.group(3),
                    matcher.group(1));
        }
        assertEquals(5, count);
        assertEquals(count, page.split("<!-- listing: ", -1).length - 1, "a listing does not follow its comment");
    }

    /** The lines between the markers, moved to the left as far as all of them can be. */
    private static String part(String source, String name) {
        List<String> lines = source.lines().toList();
        int from = 0;
        while (from < lines.size() && !lines.get(from).contains("listing: " + name)) {
            from++;
        }
        int to = from;
        while (to < lines.size() && !lines.get(to).strip().matches("// end|<!-- end -->")) {
            to++;
        }
        assertTrue(to < lines.size(), "there is no part " + name);
        return String.join("\n", lines.subList(from + 1, to)).stripIndent();
    }
}
