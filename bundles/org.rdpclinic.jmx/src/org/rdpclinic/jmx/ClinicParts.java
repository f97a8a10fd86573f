// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.engine.Contributions;

/**
 * What the beans work with; all of it stays the caller's.
 *
 * @param contributions what bundles contribute
 * @param cases         the folder that cases are kept in
 * @param clock         by which cases are dated
 * @param settings      the settings of each diagnosis
 * @param version       what the clinic calls itself
 */
public record ClinicParts(Contributions contributions, Path cases, Clock clock, Settings settings, String version) {

    /** Checks that no part is missing. */
    public ClinicParts {
        Objects.requireNonNull(contributions, "contributions");
        Objects.requireNonNull(cases, "cases");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(version, "version");
    }
}
