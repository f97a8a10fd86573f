// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.rdpclinic.api.host.HostException;

/** Plays scenarios for tests, at a fixed time. */
final class Lab {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final LabOptions OPTIONS = LabOptions.defaults().withClock(CLOCK).withPatience(Duration.ofSeconds(10));
    static final String KEY_FILE = "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\"
            + "f686aace6942fb7f7ceb231212eef4a4_6f0d7a52-4c1b-4b52-9d3e-2a51c0de1fab";

    private Lab() {
    }

    static Scenario scenario(String id) {
        return Scenarios.load().find(id).orElseThrow();
    }

    static LabRun play(String id) throws HostException {
        return LabRun.start(scenario(id), OPTIONS);
    }

    /** The folder of the whole project, found from wherever the tests are run. */
    static Path project() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("bundles/org.rdpclinic.lab"))) {
            at = at.getParent();
        }
        return at;
    }
}
