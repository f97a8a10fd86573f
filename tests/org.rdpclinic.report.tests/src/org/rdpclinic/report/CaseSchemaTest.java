// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rdpclinic.api.diagnosis.Case;

class CaseSchemaTest {

    private static Schema schema() throws IOException {
        try (InputStream in = JsonCaseCodec.class.getResourceAsStream("/schema/case.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static String json(Case c) {
        return new String(new JsonCaseCodec().encode(c), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenFollowsTheSchema() throws IOException {
        for (Case c : List.of(Cases.expired(), Cases.undecided(), Cases.healthy(), Cases.inconclusive())) {
            assertEquals(List.of(), List.copyOf(schema().validate(json(c), InputFormat.JSON)));
        }
    }

    @Test
    void theSchemaSeesWhatIsWrong() throws IOException {
        String json = json(Cases.expired());
        for (String wrong : List.of(json.replace("\"verdict\" : \"problem\"", "\"verdict\" : \"fine\""),
                json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
                json.replace("\"value\" : 2048", "\"value\" : \"2048\""),
                json.replace("\"probes\" : [", "\"more\" : 1, \"probes\" : ["),
                json.replaceFirst("\"unexplained\" : [0-9.]+,", ""))) {
            assertFalse(schema().validate(wrong, InputFormat.JSON).isEmpty());
        }
    }
}
