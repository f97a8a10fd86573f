// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars as third parties drop them. */
final class Jars {

    static final String MANIFEST = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
            + "Bundle-SymbolicName: org.example.guest;singleton:=true\nBundle-Version: 1.2.3\n";
    static final String PLUGIN = "<plugin><extension point=\"org.rdpclinic.engine.probes\"><key id=\"guest.value\"/>"
            + "<probe id=\"guest.probe\"/></extension></plugin>";

    private Jars() {
    }

    static void write(Path file, Map<String, String> entries) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static void good(Path file) throws IOException {
        write(file, Map.of("META-INF/MANIFEST.MF", MANIFEST, "plugin.xml", PLUGIN));
    }
}
