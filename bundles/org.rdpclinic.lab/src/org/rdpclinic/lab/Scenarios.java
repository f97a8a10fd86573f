// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.Fields;
import org.rdpclinic.lab.internal.state.Json;

/** The scenarios that the lab can play: data files, one for each. */
public final class Scenarios {

    private static final String FOLDER = "/data/scenarios/";

    private final List<Scenario> all;

    private Scenarios(List<Scenario> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the lab's own. */
    public static Scenarios load() {
        try {
            List<Scenario> scenarios = new ArrayList<>();
            JsonNode index = Json.parse(resource(FOLDER + "index.json"), "index of scenarios");
            for (JsonNode each : Fields.elements(index, "index of scenarios")) {
                scenarios.add(parse(resource(FOLDER + each.asText() + ".json"), each.asText()));
            }
            return new Scenarios(scenarios);
        } catch (HostException e) {
            throw new IllegalStateException("The lab's own data are damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a scenario from its JSON.
     *
     * @param json  the document
     * @param where names it in the sentence of a failure
     * @throws HostException with a sentence when the document is no scenario
     */
    public static Scenario parse(String json, String where) throws HostException {
        Fields fields = new Fields(Json.parse(json, "scenario " + where), "scenario " + where);
        return new Scenario(fields.text("id"), fields.text("title"), fields.text("description"), json);
    }

    /** All, in the order in which they are shown. */
    public List<Scenario> all() {
        return all;
    }

    /** The scenario of an id. */
    public Optional<Scenario> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    static String resource(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The lab's own data are damaged: " + name + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
