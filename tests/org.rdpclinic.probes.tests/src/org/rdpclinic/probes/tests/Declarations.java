// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the bundle's plugin.xml declares.
 *
 * @param probes its probes
 * @param keys   attributes of its keys
 */
public record Declarations(List<DeclaredProbe> probes, List<Map<String, String>> keys) {

    /** One probe. */
    public record DeclaredProbe(Map<String, String> attributes, List<String> needs, List<String> observes) {

        /** Its id. */
        public String id() {
            return attributes.get("id");
        }
    }

    /** Reads them. */
    public static Declarations read() {
        try {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(Path.of(System.getProperty("rdpclinic.root", "../.."), "bundles", "org.rdpclinic.probes",
                            "plugin.xml").toFile())
                    .getDocumentElement();
            List<DeclaredProbe> probes = elements(root, "probe").stream().map(probe -> new DeclaredProbe(
                    attributes(probe, "id", "name", "class", "vantage", "cost", "deadline", "description"),
                    elements(probe, "needs").stream().map(Element::getTextContent).toList(),
                    elements(probe, "observes").stream().map(each -> each.getAttribute("key")).toList())).toList();
            return new Declarations(probes, elements(root, "key").stream()
                    .map(key -> attributes(key, "id", "type", "unit", "description")).toList());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The probe of a class. */
    public DeclaredProbe probe(Class<?> type) {
        return probes.stream().filter(probe -> probe.attributes().get("class").equals(type.getName())).findFirst()
                .orElseThrow(() -> new AssertionError("Nobody declares " + type + "."));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Map<String, String> attributes(Element element, String... names) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : names) {
            attributes.put(name, element.getAttribute(name));
        }
        return attributes;
    }
}
