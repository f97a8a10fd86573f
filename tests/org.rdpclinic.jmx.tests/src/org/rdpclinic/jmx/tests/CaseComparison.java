// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rdpclinic.api.keys.AttemptKeys;

/** A case as JSON without what differs each time: times, ids, and the ports that the system gives to sockets. */
final class CaseComparison {

    private static final Set<String> TIMES = Set.of("created", "at", "millis");
    private static final Set<String> TYPES_OF_TIMES = Set.of("duration", "instant");

    private CaseComparison() {
    }

    static String steady(String json) throws Exception {
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(json);
        document.remove("id");
        List<String> observations = new ArrayList<>();
        document.get("observations").forEach(each -> {
            ObjectNode observation = (ObjectNode) each;
            observation.remove("at");
            if (TYPES_OF_TIMES.contains(observation.get("type").asText())
                    || observation.get("key").asText().equals(AttemptKeys.LOCAL_PORT.id())) {
                observation.remove("value");
            }
            observations.add(observation.toString());
        });
        document.remove("observations");
        settle(document, observations);
        observations.sort(null);
        return document.toPrettyString() + "\n" + String.join("\n", observations);
    }

    /** Findings refer to observations by index, which depends on which of two probes was quicker. */
    private static void settle(JsonNode node, List<String> observations) {
        if (node instanceof ObjectNode object) {
            object.remove(TIMES);
            if (object.get("observations") instanceof ArrayNode indexes) {
                List<String> meant = new ArrayList<>();
                indexes.forEach(index -> meant.add(observations.get(index.asInt())));
                meant.sort(null);
                indexes.removeAll();
                meant.forEach(indexes::add);
            }
        }
        node.forEach(child -> settle(child, observations));
    }
}
