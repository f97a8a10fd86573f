// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** A bundle made by a test, as a third party would hand it over. */
final class GuestJar {

    private final String name;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String directive = ";singleton:=true";
    private String imports = "org.rdpclinic.api,org.rdpclinic.api.probe,org.rdpclinic.api.host";

    GuestJar(String name) {
        this.name = name;
    }

    GuestJar notSingleton() {
        directive = "";
        return this;
    }

    GuestJar importing(String packages) {
        imports = packages;
        return this;
    }

    GuestJar file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    GuestJar contributing(String extensions) {
        return file("plugin.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?eclipse version=\"3.4\"?>\n<plugin>\n"
                + extensions + "\n</plugin>\n");
    }

    /** With a class of this bundle's. */
    GuestJar with(Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream stream = type.getClassLoader().getResourceAsStream(path)) {
            files.put(path, stream.readAllBytes());
        }
        return this;
    }

    /** Writes it as a file into a folder. */
    Path write(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name + directive);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(stream, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    /** Installs and starts it; the caller uninstalls it. */
    Bundle install(Path folder) throws IOException, BundleException {
        Path jar = write(folder);
        Bundle bundle = FrameworkUtil.getBundle(GuestJar.class).getBundleContext()
                .installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }
}
