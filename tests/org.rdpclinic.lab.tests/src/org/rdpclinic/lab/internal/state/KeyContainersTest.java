// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyContainersTest {

    /** Names that Windows itself gives, as its own scripts list them. */
    @ParameterizedTest
    @CsvSource({
            "TSSecKeySet1,        f686aace6942fb7f7ceb231212eef4a4",
            "iisConfigurationKey, 6de9cb26d2b98c01ec4e9e8b34824aa2",
            "iisWasKey,           76944fb33636aeddb9590521c2e8815a"})
    void theFileIsNamedAfterTheContainerAndTheMachine(String container, String hash) {
        assertEquals("C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\" + hash + "_guid",
                KeyContainers.file(container, "guid"));
    }
}
