// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.HostException;

/** {@code firewall.json}: the profile in force. */
public final class FirewallFile implements Firewall {

    private final Path file;

    /** Over the file of a host. */
    public FirewallFile(Path file) {
        this.file = file;
    }

    @Override
    public State state() throws HostException {
        String where = file.getFileName().toString();
        Fields fields = new Fields(Json.read(file), where);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : Fields.elements(fields.require("rules"), where)) {
            Fields rule = new Fields(node, where);
            rules.add(new Rule(rule.text("name"), rule.flag("allow"), rule.numbers("ports", 1, 65535)));
            rule.done();
        }
        State state = new State(fields.flag("on"), fields.flag("stealth"), rules);
        fields.done();
        return state;
    }

    /** Writes the file anew. */
    public void write(State state) throws HostException {
        ObjectNode all = Json.object().put("on", state.on()).put("stealth", state.stealth());
        ArrayNode rules = all.putArray("rules");
        for (Rule rule : state.rules()) {
            ArrayNode ports = rules.addObject().put("name", rule.name()).put("allow", rule.allow()).putArray("ports");
            rule.ports().forEach(ports::add);
        }
        Json.write(file, all);
    }
}
