// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void runsBesideItsCallerAndEndsByItself() throws Exception {
        Thread begun = WarmUp.begin();
        assertTrue(begun.isDaemon(), "it keeps no process alive");
        assertTrue(begun.join(Duration.ofSeconds(30)), "it ends");
        assertFalse(begun.isAlive());
    }
}
