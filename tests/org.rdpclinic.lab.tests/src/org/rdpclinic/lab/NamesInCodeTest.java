// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.keys.SharedKeys;

/** What a scenario does follows from its state: no code may know one by name. */
class NamesInCodeTest {

    private static final List<String> BUNDLES =
            List.of("org.rdpclinic.lab", "org.rdpclinic.probes", "org.rdpclinic.engine");

    @Test
    void noSourceNamesAScenario() throws IOException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (String bundle : BUNDLES) {
            Path sources = Lab.project().resolve("bundles").resolve(bundle).resolve("src");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    looked++;
                    String text = Files.readString(file);
                    for (Scenario scenario : Scenarios.load().all()) {
                        if (!isValue(scenario.id()) && (text.contains('"' + scenario.id() + '"')
                                || text.contains("\"lab:" + scenario.id()))) {
                            found.add(file.getFileName() + " names " + scenario.id());
                        }
                    }
                }
            }
        }
        assertTrue(looked > 30, "Only " + looked + " sources were found.");
        assertEquals(List.of(), found);
    }

    /** Whether the word is also one that a probe observes, as the declaration of a shared key says. */
    private static boolean isValue(String id) {
        return SharedKeys.ALL.stream().map(ObservationKey::description)
                .anyMatch(text -> text.matches(".*: .*\\b" + id + "\\b.*"));
    }
}
