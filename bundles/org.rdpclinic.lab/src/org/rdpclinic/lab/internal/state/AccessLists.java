// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.Files.AccessEntry;
import org.rdpclinic.api.host.HostException;

/** Owner and DACL of an object, as they are written in the lab's files. */
public final class AccessLists {

    /** Owner's SID and the entries in their order. */
    public record Access(String owner, List<AccessEntry> entries) {
        /** Copies the entries. */
        public Access {
            entries = List.copyOf(entries);
        }
    }

    private static final long MOST = 0xFFFFFFFFL;

    private AccessLists() {
    }

    /** Reads an owner and entries: {@code {"owner": SID, "entries": [{"sid", "allow", "mask": "0x120089"}]}}. */
    public static Access read(JsonNode node, String where) throws HostException {
        Fields fields = new Fields(node, where);
        String owner = sid(fields.text("owner"), where);
        List<AccessEntry> entries = new ArrayList<>();
        for (JsonNode each : Fields.elements(fields.require("entries"), where)) {
            Fields entry = new Fields(each, where);
            entries.add(new AccessEntry(sid(entry.text("sid"), where), entry.flag("allow"),
                    mask(entry.text("mask"), where)));
            entry.done();
        }
        fields.done();
        return new Access(owner, entries);
    }

    private static String sid(String text, String where) throws HostException {
        if (!text.matches("S-1-[0-9]{1,14}(-[0-9]{1,10}){1,15}")) {
            throw Json.unreadable(where, "'" + text + "' is no SID");
        }
        return text;
    }

    private static long mask(String text, String where) throws HostException {
        if (!text.matches("0x[0-9A-Fa-f]{1,8}")) {
            throw Json.unreadable(where, "'" + text + "' is no access mask, such as 0x120089");
        }
        return Long.parseLong(text.substring(2), 16) & MOST;
    }

    /** As it is written. */
    public static ObjectNode written(Access access) {
        ObjectNode node = Json.object().put("owner", access.owner());
        ArrayNode entries = node.putArray("entries");
        for (AccessEntry entry : access.entries()) {
            entries.addObject().put("sid", entry.sid()).put("allow", entry.allow())
                    .put("mask", String.format("0x%X", entry.mask()));
        }
        return node;
    }
}
