// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.probes.tests.Declarations.DeclaredProbe;

class DeclarationsTest {

    private final Declarations declarations = Declarations.read();

    @Test
    void theKeysAreThoseOfTheApiWordForWord() {
        Map<String, Map<String, String>> declared = new HashMap<>();
        declarations.keys().forEach(key -> declared.put(key.get("id"), key));
        assertEquals(declarations.keys().size(), declared.size(), "a key is declared twice");
        Map<String, Map<String, String>> constants = new HashMap<>();
        for (ObservationKey<?> key : SharedKeys.ALL) {
            constants.put(key.id(), Map.of("id", key.id(), "type", key.type().id(), "unit", key.unit(), "description",
                    key.description()));
        }
        assertEquals(constants, declared);
    }

    @Test
    void eachSharedKeyIsObservedByAProbeOrByTheEngine() {
        Set<String> observed =
                declarations.probes().stream().flatMap(probe -> probe.observes().stream()).collect(Collectors.toSet());
        for (ObservationKey<?> key : SharedKeys.ALL) {
            boolean engine = key.id().startsWith("client.") || key.id().startsWith("symptom.");
            assertEquals(!engine, observed.contains(key.id()), key.id());
        }
    }

    @Test
    void eachProbeCanBeMade() throws Exception {
        Set<String> ids = new HashSet<>();
        for (DeclaredProbe probe : declarations.probes()) {
            assertTrue(ids.add(probe.id()), probe.id());
            assertInstanceOf(Probe.class,
                    Class.forName(probe.attributes().get("class")).getConstructor().newInstance());
            assertTrue(Set.of("client", "path", "server").contains(probe.attributes().get("vantage")), probe.id());
            assertTrue(Set.of("low", "medium", "high").contains(probe.attributes().get("cost")), probe.id());
            assertFalse(Durations.parse(probe.attributes().get("deadline")).isZero());
            assertTrue(probe.attributes().get("description").endsWith("."), probe.id());
            assertEquals(probe.observes().size(), Set.copyOf(probe.observes()).size(), probe.id());
        }
    }

    @Test
    void eachNeedCanBeMet() {
        for (DeclaredProbe probe : declarations.probes()) {
            for (String need : probe.needs()) {
                String[] parts = need.split(":", 2);
                switch (parts[0]) {
                    case "network" -> assertEquals(1, parts.length);
                    case "server" -> assertTrue(Facet.Name.find(parts[1]).isPresent(), need);
                    case "key" -> assertFalse(observers(parts[1]).isEmpty(), probe.id() + " needs " + need);
                    default -> throw new AssertionError(need);
                }
            }
        }
    }

    @Test
    void theConnectionsOfTheClinicFollowOneAnother() {
        assertEquals(List.of("tcp-connect"), before("client-attempt"));
        assertEquals(List.of("client-attempt"), before("stability"));
        assertEquals(List.of("client-attempt", "stability"), before("capabilities"));
        assertEquals(List.of("client-attempt", "stability", "capabilities"), before("tls-versions"));
        assertEquals(List.of("client-attempt", "stability"), before("certificate"));
    }

    private List<String> before(String id) {
        DeclaredProbe probe = declarations.probes().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow();
        return probe.needs().stream().filter(need -> need.startsWith("key:"))
                .flatMap(need -> observers(need.substring("key:".length())).stream()).distinct().toList();
    }

    /** Who observes a key without needing it, by the rule of the engine. */
    private List<String> observers(String key) {
        return declarations.probes().stream()
                .filter(probe -> probe.observes().contains(key) && !probe.needs().contains("key:" + key))
                .map(DeclaredProbe::id).toList();
    }
}
