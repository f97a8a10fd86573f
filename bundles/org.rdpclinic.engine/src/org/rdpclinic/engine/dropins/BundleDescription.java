// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.rdpclinic.engine.internal.xml.PluginXml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a bundle file says of itself. No code of it is loaded for that.
 *
 * @param name        its symbolic name
 * @param version     its version
 * @param contributes what it adds, one thing each
 */
record BundleDescription(String name, String version, List<String> contributes) {

    private static final String OURS = "org.rdpclinic.engine.";

    /** A file that is no bundle, or none that can be used: why, in a sentence. */
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1L;

        BrokenException(String sentence) {
            super(sentence);
        }
    }

    /** Reads it from a file. */
    static BundleDescription read(Path file) throws BrokenException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Attributes manifest = manifest(zip);
            String header = manifest.getValue("Bundle-SymbolicName");
            if (header == null || !"2".equals(strip(manifest.getValue("Bundle-ManifestVersion")))) {
                throw new BrokenException("It is no bundle: its manifest lacks "
                        + (header == null ? "Bundle-SymbolicName." : "'Bundle-ManifestVersion: 2'."));
            }
            if (manifest.getValue("Fragment-Host") != null) {
                throw new BrokenException("It is a fragment, which would become a part of another bundle.");
            }
            String version = strip(manifest.getValue("Bundle-Version"));
            return new BundleDescription(strip(header.replaceAll(";.*", "")), version.isEmpty() ? "0.0.0" : version,
                    contributes(zip));
        } catch (IOException e) {
            throw new BrokenException("It is no jar that can be read.");
        }
    }

    private static Attributes manifest(ZipFile zip) throws IOException, BrokenException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw new BrokenException("It is no bundle: it has no manifest.");
        }
        byte[] content = content(zip, entry);
        try {
            return new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
        } catch (IOException e) {
            throw new BrokenException("Its manifest is broken: " + e.getMessage() + ".");
        }
    }

    private static List<String> contributes(ZipFile zip) throws IOException, BrokenException {
        ZipEntry entry = zip.getEntry(PluginXml.NAME);
        List<String> found = new ArrayList<>();
        if (entry == null) {
            return found;
        }
        byte[] content = content(zip, entry);
        try {
            for (Element extension : children(PluginXml.parse(content).getDocumentElement())) {
                String point = extension.getAttribute("point");
                if (point.startsWith(OURS)) {
                    children(extension).forEach(element -> found.add(words(element)));
                } else {
                    found.add(extension.getTagName() + " " + (point.isEmpty() ? extension.getAttribute("id") : point));
                }
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw new BrokenException("Its plugin.xml is broken: " + e.getMessage() + ".");
        }
    }

    private static String words(Element element) {
        String name = element.getAttribute("id") + element.getAttribute("scheme") + element.getAttribute("file");
        return (element.getTagName() + " " + name).strip();
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            return stream.readNBytes(PluginXml.LARGEST);
        }
    }

    private static String strip(String value) {
        return value == null ? "" : value.strip();
    }
}
