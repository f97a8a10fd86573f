// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.util.LinkedHashSet;
import java.util.Set;

import org.rdpclinic.api.Durations;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.host.HostProvider;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.engine.Cost;
import org.rdpclinic.engine.HostContribution;
import org.rdpclinic.engine.Need;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.Vantage;

/** Reads the elements of the extension points as their schemas describe them. */
final class DeclarationReader {

    private DeclarationReader() {
    }

    /** A {@code <probe>}; throws with a sentence when it is wrong. */
    static ProbeDeclaration probe(Element element) {
        element.allow(Set.of("id", "name", "description", "class", "vantage", "cost", "deadline"),
                Set.of("needs", "observes"));
        Set<Need> needs = new LinkedHashSet<>();
        for (Element child : element.children("needs")) {
            child.allow(Set.of(), Set.of());
            needs.add(Need.parse(child.text()));
        }
        Set<String> observes = new LinkedHashSet<>();
        for (Element child : element.children("observes")) {
            child.allow(Set.of("key"), Set.of());
            observes.add(child.require("key"));
        }
        element.require("class");
        String vantage = element.require("vantage");
        String cost = element.require("cost");
        return new ProbeDeclaration(element.require("id"), element.require("name"), element.require("description"),
                element.bundle(), needs, observes,
                Vantage.find(vantage).orElseThrow(() -> new IllegalArgumentException(
                        "'" + vantage + "' is no vantage; write client, path or server.")),
                Cost.find(cost).orElseThrow(() -> new IllegalArgumentException(
                        "'" + cost + "' is no cost; write low, medium or high.")),
                Durations.parse(element.require("deadline")), () -> element.make(Probe.class));
    }

    /** A {@code <key>}; throws with a sentence when it is wrong. */
    static ObservationKey<?> key(Element element) {
        element.allow(Set.of("id", "type", "unit", "description"), Set.of());
        return new ObservationKey<>(element.require("id"), ValueType.require(element.require("type")),
                element.find("unit"), element.require("description"));
    }

    /** A {@code <host>}; throws with a sentence when it is wrong. */
    static HostContribution host(Element element) {
        element.allow(Set.of("scheme", "class", "description"), Set.of());
        element.require("class");
        return new HostContribution(element.require("scheme"), element.require("description"), element.bundle(),
                () -> element.make(HostProvider.class));
    }

    /** The file that a {@code <knowledge>} names; throws with a sentence when it is wrong. */
    static String knowledge(Element element) {
        element.allow(Set.of("file"), Set.of());
        return element.require("file");
    }
}
