// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Sessions;

/**
 * {@code sessions.json}: the sessions that stand, and how they come and go: {@code churn} is how many more there are,
 * or fewer, at the first connection, the second, and so on, over and over.
 */
public final class SessionsFile implements Sessions {

    /**
     * What the file holds.
     *
     * @param sessions those that stand
     * @param churn    how many more or fewer there are at each connection in turn; empty for none
     */
    public record Content(List<Session> sessions, List<Integer> churn) {

        /** Copies the lists. */
        public Content {
            sessions = List.copyOf(sessions);
            churn = List.copyOf(churn);
        }

        /**
         * Places in use when the listener's connection of the given number (from 0) comes. A session keeps its place
         * while nobody is connected to it.
         */
        public long inUse(long connection) {
            int more = churn.isEmpty() ? 0 : churn.get((int) (connection % churn.size()));
            return Math.max(0, sessions.size() + more);
        }
    }

    private final Path file;

    /** Over the file of a host. */
    public SessionsFile(Path file) {
        this.file = file;
    }

    @Override
    public List<Session> list() throws HostException {
        return read().sessions();
    }

    /** The file as it is now. */
    public Content read() throws HostException {
        String where = file.getFileName().toString();
        Fields fields = new Fields(Json.read(file), where);
        List<Session> sessions = new ArrayList<>();
        for (JsonNode node : Fields.elements(fields.require("sessions"), where)) {
            Fields session = new Fields(node, where);
            sessions.add(new Session(session.number("id", 0, 65536), session.text("user"),
                    session.constant("state", State.class), session.text("clientAddress")));
            session.done();
        }
        List<Integer> churn = fields.numbers("churn", -1_000_000, 1_000_000);
        fields.done();
        return new Content(sessions, churn);
    }

    /** Writes the file anew. */
    public void write(Content content) throws HostException {
        ObjectNode all = Json.object();
        ArrayNode sessions = all.putArray("sessions");
        for (Session session : content.sessions()) {
            sessions.addObject().put("id", session.id()).put("user", session.user())
                    .put("state", Fields.written(session.state())).put("clientAddress", session.clientAddress());
        }
        ArrayNode churn = all.putArray("churn");
        content.churn().forEach(churn::add);
        Json.write(file, all);
    }
}
