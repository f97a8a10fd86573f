// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.Fields;
import org.rdpclinic.lab.internal.state.Json;

/** Writes a start state into a folder: client, path, and one host or several. */
public final class StateMaker {

    /** The folder of the members beside the first, when several stand behind one address. */
    public static final String MEMBERS = "members";

    private StateMaker() {
    }

    /**
     * Writes a start state.
     *
     * @param folder   an empty folder
     * @param defaults the default Windows, as JSON
     * @param changes  what the scenario changes, as JSON: a patch for client, path and host, and one for each member
     * @param clock    what dates are relative to
     */
    public static void make(Path folder, String defaults, String changes, Clock clock) throws HostException {
        JsonNode patch = Json.parse(changes, "scenario");
        checkNames(patch);
        JsonNode state = Patch.apply(Json.parse(defaults, "default state"), withoutMembers(patch));
        Json.write(folder.resolve("client.json"), state.path("client"));
        Json.write(folder.resolve("path.json"), state.path("path"));
        if (!patch.has("members")) {
            HostMaker.make(folder, state.path("host"), clock, "1");
            return;
        }
        List<JsonNode> members = Fields.elements(patch.get("members"), "scenario, members");
        for (int i = 0; i < members.size(); i++) {
            Path place = i == 0 ? folder : folder.resolve(MEMBERS).resolve(Integer.toString(i + 1));
            try {
                Files.createDirectories(place);
            } catch (IOException e) {
                throw Json.unwritable(place, e);
            }
            HostMaker.make(place, Patch.apply(state.path("host"), members.get(i)), clock, Integer.toString(i + 1));
        }
    }

    /** Changes a JSON file by a merge patch. */
    public static void change(Path file, String patch) throws HostException {
        Json.write(file, Patch.apply(Json.read(file), Json.parse(patch, "patch")));
    }

    private static void checkNames(JsonNode patch) throws HostException {
        Fields fields = new Fields(patch, "scenario");
        fields.text("id");
        fields.text("title");
        fields.text("description");
        List.of("client", "path", "host", "members").forEach(fields::find);
        fields.done();
    }

    private static ObjectNode withoutMembers(JsonNode patch) {
        ObjectNode copy = (ObjectNode) patch.deepCopy();
        copy.remove("members");
        return copy;
    }
}
