// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void whatWasNotSetHasItsDefault() {
        assertEquals(Duration.ofSeconds(4), Settings.DEFAULTS.get(ProbeSettings.CONNECT_TIMEOUT));
        assertEquals(Duration.ofSeconds(1), Settings.DEFAULTS.withText(ProbeSettings.CONNECT_TIMEOUT, "1s")
                .get(ProbeSettings.CONNECT_TIMEOUT));
    }

    @Test
    void limitsAreToldInASentence() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> ProbeSettings.ATTEMPTS.parse("51"));
        assertEquals("attempts runs from 1 to 50, not 51.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ProbeSettings.CONNECT_TIMEOUT.parse("1ms"));
    }

    @Test
    void aTextThatIsNoNumberIsRefusedBySetting() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> ProbeSettings.ATTEMPTS.parse("many"));
        assertTrue(e.getMessage().contains("attempts"), e.getMessage());
    }

    @Test
    void everyDefaultLiesWithinItsLimits() {
        for (Setting<?> setting : ProbeSettings.ALL) {
            String text = setting.defaultValue().toString();
            assertEquals(setting.defaultValue(), setting.parse(text), setting.name());
        }
    }
}
