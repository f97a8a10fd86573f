// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.build.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BuildFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("rdpclinic.root"));

    private static final String EXAMPLE = "org.rdpclinic.example";

    /** Which property of the parent holds the version of an artifact of the target. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("bcprov-jdk18on", "bouncycastle.version"),
            Map.entry("bcutil-jdk18on", "bouncycastle.version"),
            Map.entry("bcpkix-jdk18on", "bouncycastle.version"),
            Map.entry("bctls-jdk18on", "bouncycastle.version"),
            Map.entry("jackson-databind", "jackson.version"),
            Map.entry("picocli", "picocli.version"),
            Map.entry("org.eclipse.osgi", "equinox.osgi.version"),
            Map.entry("org.eclipse.equinox.common", "equinox.common.version"),
            Map.entry("org.eclipse.equinox.registry", "equinox.registry.version"),
            Map.entry("org.eclipse.equinox.app", "equinox.app.version"),
            Map.entry("org.eclipse.equinox.launcher", "equinox.launcher.version"),
            Map.entry("org.eclipse.equinox.simpleconfigurator", "equinox.simpleconfigurator.version"),
            Map.entry("junit-jupiter", "junit.version"),
            Map.entry("junit-platform-launcher", "junit.platform.version"));

    private static Document parse(String file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ROOT.resolve(file).toFile());
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void theTargetPinsTheVersionsOfTheParent() throws Exception {
        Document pom = parse("pom.xml");
        Map<String, String> pinned = new TreeMap<>();
        NodeList dependencies =
                parse("releng/org.rdpclinic.target/org.rdpclinic.target.target").getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            pinned.put(text(dependency, "artifactId"), text(dependency, "version"));
        }
        Map<String, String> expected = new TreeMap<>();
        PROPERTIES.forEach((artifact, property) -> expected.put(artifact, text(pom.getDocumentElement(), property)));
        pinned.keySet().retainAll(expected.keySet());
        assertEquals(expected, pinned);
    }

    @Test
    void everyBundleIsBuiltAndShipped() throws Exception {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String feature = Files.readString(ROOT.resolve("features/org.rdpclinic.core.feature/feature.xml"));
        for (String bundle : bundles()) {
            assertTrue(pom.contains("<module>bundles/" + bundle + "</module>"), bundle);
            // The example is a guest: whoever wants it drops it in.
            assertEquals(!bundle.equals(EXAMPLE), feature.contains("<plugin id=\"" + bundle + "\""), bundle);
        }
    }

    @Test
    void everyBundleIsDeclaredTheSameWay() throws IOException {
        for (String bundle : bundles()) {
            Path folder = ROOT.resolve("bundles").resolve(bundle);
            try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
                Attributes manifest = new Manifest(in).getMainAttributes();
                assertEquals(bundle, manifest.getValue("Bundle-SymbolicName").replaceAll(";.*", ""));
                assertEquals(bundle, manifest.getValue("Automatic-Module-Name"));
                assertEquals("0.1.0.qualifier", manifest.getValue("Bundle-Version"), bundle);
                assertEquals("JavaSE-21", manifest.getValue("Bundle-RequiredExecutionEnvironment"), bundle);
                assertEquals("RDP Clinic", manifest.getValue("Bundle-Vendor"), bundle);
                if (Files.exists(folder.resolve("plugin.xml"))) {
                    assertTrue(manifest.getValue("Bundle-SymbolicName").contains("singleton:=true"), bundle);
                }
            }
        }
    }

    @Test
    void theHeadlessProductStaysSmall() throws IOException {
        for (String feature : new String[] {"org.rdpclinic.runtime.feature", "org.rdpclinic.core.feature"}) {
            String text = Files.readString(ROOT.resolve("features").resolve(feature).resolve("feature.xml"));
            for (String unwanted : new String[] {"org.eclipse.swt", "org.eclipse.core.runtime", "org.eclipse.core.jobs",
                "org.apache.felix.scr"}) {
                assertFalse(text.contains(unwanted), feature + " has " + unwanted);
            }
        }
    }

    private static TreeSet<String> bundles() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (var folders = Files.newDirectoryStream(ROOT.resolve("bundles"))) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve("META-INF/MANIFEST.MF"))) {
                    names.add(folder.getFileName().toString());
                }
            }
        }
        return names;
    }
}
