// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PluginTest {

    @Test
    void theApplicationRunsOnTheMainThreadSoThatTheExitStatusIsSetBeforeItIsRead() throws Exception {
        Path plugin = Path.of("../../bundles/org.rdpclinic.cli/plugin.xml");
        try (var in = Files.newInputStream(plugin)) {
            Element application = (Element) DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getElementsByTagName("application").item(0);
            assertEquals("main", application.getAttribute("thread"));
        }
    }
}
