// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rdpclinic.api.host.HostException;

/** {@code listeners.json}: programs other than Remote Desktop that listen. The one that has a port keeps it. */
public final class ListenersFile {

    /**
     * A program that listens.
     *
     * @param port    its TCP port
     * @param program what it is, in a word
     * @param banner  what it says as soon as somebody connects; empty when it waits
     */
    public record Listener(int port, String program, String banner) {
    }

    private static final int MOST = 16;

    private final Path file;

    /** Over the file of a host. */
    public ListenersFile(Path file) {
        this.file = file;
    }

    /** The file as it is now. */
    public List<Listener> read() throws HostException {
        String where = file.getFileName().toString();
        List<Listener> listeners = new ArrayList<>();
        for (JsonNode node : Fields.elements(Json.read(file), where)) {
            Fields fields = new Fields(node, where);
            listeners.add(new Listener((int) fields.number("port", 1, 65535), fields.text("program"),
                    fields.text("banner")));
            fields.done();
        }
        if (listeners.size() > MOST) {
            throw Json.unreadable(where, "there are more than " + MOST + " programs");
        }
        return listeners;
    }

    /** Writes the file anew. */
    public void write(List<Listener> listeners) throws HostException {
        ArrayNode all = Json.object().arrayNode();
        for (Listener listener : listeners) {
            all.addObject().put("port", listener.port()).put("program", listener.program())
                    .put("banner", listener.banner());
        }
        Json.write(file, all);
    }
}
