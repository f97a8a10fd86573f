// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.host.HostException;

/** {@code path.json}: what is dialled, what its name becomes, and what lies between client and host. */
public final class PathFile {

    /** What a port answers on which the host has nothing. */
    public enum OtherPorts {
        /** A reset. */
        REFUSED,
        /** Nothing. */
        SILENT,
        /** It accepts. */
        ACCEPTED
    }

    /** Whether what stands behind a forwarder can be reached. */
    public enum Behind {
        /** It can. */
        UP,
        /** It cannot. */
        DOWN
    }

    /**
     * The path as it was at one moment.
     *
     * @param target          what the user dials
     * @param names           the addresses of each name, in the resolver's order; a name that is not here has none
     * @param roundTripMillis time from the client to whatever answers there, and back
     * @param loss            what becomes of each packet that opens a connection, over and over: a dot passes, an x is
     *                        lost
     * @param otherPorts      what ports answer on which the host has nothing
     * @param forwarder       whether a forwarder accepts in the host's place, and if so, what it reaches
     */
    public record Content(HostPort target, Map<String, List<String>> names, double roundTripMillis, String loss,
            OtherPorts otherPorts, Optional<Behind> forwarder) {

        /** Copies the names. */
        public Content {
            names = Map.copyOf(names);
        }
    }

    private final Path file;

    /** Over the file of a run. */
    public PathFile(Path file) {
        this.file = file;
    }

    /** The path as it is now. */
    public Content read() throws HostException {
        String where = file.getFileName().toString();
        Fields fields = new Fields(Json.read(file), where);
        Fields target = new Fields(fields.require("target"), where + ", target");
        HostPort dialled = hostPort(target.text("host"), (int) target.number("port", 1, 65535), where);
        target.done();
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : Fields.entries(fields.require("names"), where).entrySet()) {
            names.put(entry.getKey(), addresses(entry.getValue(), where));
        }
        double roundTrip = fields.decimal("roundTripMillis");
        String loss = fields.text("loss");
        if (roundTrip < 0 || roundTrip > 60_000 || !loss.matches("[.x]{0,1000}")) {
            throw Json.unreadable(where, "the round trip is 0 to 60000 ms, the loss a row of dots and x");
        }
        OtherPorts others = fields.constant("otherPorts", OtherPorts.class);
        Optional<Behind> forwarder = Optional.empty();
        if (fields.find("forwarder").isPresent()) {
            forwarder = Optional.of(fields.constant("forwarder", Behind.class));
        }
        fields.done();
        return new Content(dialled, names, roundTrip, loss, others, forwarder);
    }

    private static HostPort hostPort(String host, int port, String where) throws HostException {
        try {
            return new HostPort(host, port);
        } catch (IllegalArgumentException e) {
            throw Json.unreadable(where, "'" + host + "' is no host");
        }
    }

    private static List<String> addresses(JsonNode node, String where) throws HostException {
        List<String> addresses = new ArrayList<>();
        for (JsonNode each : Fields.elements(node, where)) {
            if (Addresses.literal(each.asText()).isEmpty()) {
                throw Json.unreadable(where, "'" + each.asText() + "' is no address");
            }
            addresses.add(each.asText());
        }
        return addresses;
    }
}
