// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.engine.Contributions;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.FixedContributions;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.KeyCatalog;
import org.rdpclinic.engine.Need;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.Vantage;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.network.Network;
import org.rdpclinic.knowledge.network.NetworkReader;
import org.rdpclinic.lab.internal.LabHostProvider;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What our bundles contribute, read from their plugin.xml without Equinox. */
final class OurContributions {

    private OurContributions() {
    }

    static Contributions load() throws Exception {
        List<ProbeDeclaration> probes = new ArrayList<>();
        try (InputStream in = OurContributions.class.getResourceAsStream("/" + PROBES + "/plugin.xml")) {
            NodeList elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getElementsByTagName("probe");
            for (int i = 0; i < elements.getLength(); i++) {
                probes.add(declaration((Element) elements.item(i)));
            }
        }
        Network network = NetworkReader.read(KnowledgeFiles.bundled(), NetworkReader.FILE,
                KeyCatalog.of(SharedKeys.ALL)::find);
        return FixedContributions.of(probes, SharedKeys.ALL,
                KnowledgeBase.of(network.findings(), network.causes()),
                List.of(new HostContribution("lab", "The lab.", "org.rdpclinic.lab", LabHostProvider::new)));
    }

    private static final String PROBES = "org.rdpclinic.probes";

    private static ProbeDeclaration declaration(Element element) {
        Set<Need> needs = new LinkedHashSet<>();
        texts(element, "needs").forEach(need -> needs.add(Need.parse(need)));
        return new ProbeDeclaration(element.getAttribute("id"), element.getAttribute("name"),
                element.getAttribute("description"), PROBES, needs,
                Set.copyOf(texts(element, "observes")), Vantage.find(element.getAttribute("vantage")).orElseThrow(),
                Cost.find(element.getAttribute("cost")).orElseThrow(),
                Durations.parse(element.getAttribute("deadline")), () -> make(element.getAttribute("class")));
    }

    /** The key of each such child, or its text where it has none. */
    private static List<String> texts(Element parent, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList children = parent.getElementsByTagName(tag);
        for (int i = 0; i < children.getLength(); i++) {
            Element child = (Element) children.item(i);
            texts.add(child.hasAttribute("key") ? child.getAttribute("key") : child.getTextContent().strip());
        }
        return texts;
    }

    private static Probe make(String name) {
        try {
            return (Probe) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
