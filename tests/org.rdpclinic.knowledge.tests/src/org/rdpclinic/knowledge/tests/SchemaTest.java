// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<String> files() {
        return DataFiles.SCHEMAS.keySet().stream();
    }

    private static List<Error> errors(String file, JsonNode data) {
        Schema schema = REGISTRY.getSchema(DataFiles.tree(DataFiles.SCHEMAS.get(file)));
        return schema.validate(data);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDataFileObeysItsSchema(String file) {
        assertEquals(List.of(), errors(file, DataFiles.tree(file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySchemaRefusesAMemberThatNobodyKnows(String file) {
        ObjectNode data = (ObjectNode) DataFiles.tree(file);
        data.put("surprise", 1);
        assertFalse(errors(file, data).isEmpty());
    }

    @Test
    void everySchemaSaysWhichDraftItFollowsAndHasNoOpenObject() {
        for (String name : Set.copyOf(DataFiles.SCHEMAS.values())) {
            JsonNode schema = DataFiles.tree(name);
            assertEquals("https://json-schema.org/draft/2020-12/schema", schema.path("$schema").asText(), name);
            closed(schema, name);
        }
    }

    private static void closed(JsonNode node, String place) {
        if (node.path("type").asText().equals("object")) {
            assertEquals("false", node.path("additionalProperties").asText(), place);
        }
        node.properties().forEach(e -> closed(e.getValue(), place + "/" + e.getKey()));
    }
}
