// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.make;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7386): objects are merged, null takes away, all else is put in place. */
final class Patch {

    private Patch() {
    }

    static JsonNode apply(JsonNode original, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode result = original instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), apply(before, change.getValue()));
            }
        }
        return result;
    }
}
