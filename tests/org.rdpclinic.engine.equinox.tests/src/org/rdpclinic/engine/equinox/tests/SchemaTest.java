// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.Vantage;
import org.rdpclinic.engine.registry.RegistryContributions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The schemas, their examples and the reader agree. */
class SchemaTest {

    private static final List<String> POINTS = List.of("probes", "hosts", "knowledge");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static Document parse(InputStream stream) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }

    private static Document schema(String point) throws Exception {
        try (InputStream stream =
                FrameworkUtil.getBundle(Engine.class).getEntry("schema/" + point + ".exsd").openStream()) {
            return parse(stream);
        }
    }

    private static List<Element> elements(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList list = parent instanceof Document document ? document.getElementsByTagName(name)
                : ((Element) parent).getElementsByTagName(name);
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    private static String section(Document schema, String type) {
        return elements(schema, "meta.section").stream().filter(section -> section.getAttribute("type").equals(type))
                .map(section -> ((Element) section.getParentNode().getParentNode()))
                .map(annotation -> elements(annotation, "documentation").getFirst().getTextContent().strip())
                .findFirst().orElse("");
    }

    private static List<String> examples(Document schema) {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(section(schema, "examples"));
        while (matcher.find()) {
            examples.add(matcher.group(1).strip());
        }
        return examples;
    }

    /** The declarations of elements by name; references to them are left out. */
    private static Map<String, Element> declared(Document schema) {
        return elements(schema, "element").stream().filter(element -> element.hasAttribute("name"))
                .collect(Collectors.toMap(element -> element.getAttribute("name"), element -> element));
    }

    private static void check(Element example, Map<String, Element> declared) {
        Element declaration = declared.get(example.getTagName());
        assertTrue(declaration != null, "<" + example.getTagName() + "> is not in the schema");
        Set<String> known = new HashSet<>();
        for (Element attribute : elements(declaration, "attribute")) {
            String name = attribute.getAttribute("name");
            known.add(name);
            assertTrue(example.hasAttribute(name) || !attribute.getAttribute("use").equals("required"),
                    example.getTagName() + " lacks " + name);
            List<String> values = values(attribute);
            assertTrue(!example.hasAttribute(name) || values.isEmpty() || values.contains(example.getAttribute(name)),
                    example.getTagName() + " has an odd " + name);
        }
        for (int i = 0; i < example.getAttributes().getLength(); i++) {
            assertTrue(known.contains(example.getAttributes().item(i).getNodeName()),
                    example.getAttributes().item(i).getNodeName() + " is not in the schema");
        }
        Set<String> children = elements(declaration, "element").stream().map(child -> child.getAttribute("ref"))
                .collect(Collectors.toSet());
        for (Node child = example.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                assertTrue(children.contains(element.getTagName()), element.getTagName() + " has no place there");
                check(element, declared);
            }
        }
    }

    private static List<String> values(Element attribute) {
        return elements(attribute, "enumeration").stream().map(value -> value.getAttribute("value")).toList();
    }

    @Test
    void eachSchemaSaysSinceWhenAndWhatTheClassMustBe() throws Exception {
        for (String point : POINTS) {
            assertEquals("0.1.0", section(schema(point), "since"), point);
            assertFalse(section(schema(point), "apiinfo").isEmpty(), point);
            assertFalse(examples(schema(point)).isEmpty(), point);
        }
    }

    @Test
    void eachExampleFollowsItsSchema() throws Exception {
        for (String point : POINTS) {
            Document example = parse(new ByteArrayInputStream(
                    examples(schema(point)).getFirst().getBytes(StandardCharsets.UTF_8)));
            assertEquals("org.rdpclinic.engine." + point, example.getDocumentElement().getAttribute("point"));
            check(example.getDocumentElement(), declared(schema(point)));
        }
    }

    @Test
    void theValuesInTheSchemaAreThoseOfTheReader() throws Exception {
        Map<String, Element> declared = declared(schema("probes"));
        Map<String, List<String>> values = new HashMap<>();
        for (String name : List.of("probe", "key")) {
            elements(declared.get(name), "attribute").forEach(attribute ->
                values.put(name + " " + attribute.getAttribute("name"), values(attribute)));
        }
        assertEquals(List.of(Vantage.values()).stream().map(Vantage::id).toList(), values.get("probe vantage"));
        assertEquals(List.of(Cost.values()).stream().map(Cost::id).toList(), values.get("probe cost"));
        values.get("key type").forEach(ValueType::require);
        assertEquals(8, values.get("key type").size());
    }

    @Test
    void theReaderTakesTheExamples() throws Exception {
        String name = "org.example.schema";
        GuestJar jar = new GuestJar(name).contributing(examples(schema("probes")).getFirst()
                + examples(schema("hosts")).getFirst() + examples(schema("knowledge")).getFirst())
                .file("data/network.json", examples(schema("knowledge")).get(1))
                .file("org/example/probe/DnsSuffixProbe.class", "").file("org/example/host/ExampleHosts.class", "");
        RegistryContributions contributions = new RegistryContributions();
        Bundle bundle = jar.install(folder);
        try {
            assertTrue(Waiting.until(contributions, () -> contributions.probes().stream()
                    .anyMatch(probe -> probe.id().equals("example.dns-suffix"))),
                    () -> contributions.issues().toString());
            assertEquals(List.of(), contributions.issues().stream().filter(issue -> issue.bundle().equals(name))
                    .map(ContributionIssue::what).toList());
            assertTrue(contributions.hosts().containsKey("example"));
            assertTrue(contributions.knowledge().findCause("example-suffix").isPresent());
        } finally {
            bundle.uninstall();
            contributions.close();
        }
    }
}
