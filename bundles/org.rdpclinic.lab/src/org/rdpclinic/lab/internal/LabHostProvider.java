// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.HostProvider;
import org.rdpclinic.lab.LabHost;
import org.rdpclinic.lab.Scenario;
import org.rdpclinic.lab.Scenarios;

/**
 * Opens {@code lab:SCENARIO@DIR}, the host of a lab that runs or was played there, and {@code lab:SCENARIO}, a fresh
 * one.
 */
public final class LabHostProvider implements HostProvider {

    private static final String SCHEME = "lab:";

    /** Made by the extension registry. */
    public LabHostProvider() {
    }

    @Override
    public Host open(String spec) throws HostException {
        if (!spec.startsWith(SCHEME)) {
            throw bad("'" + spec + "' does not begin with lab:.");
        }
        int at = spec.indexOf('@');
        if (at < 0) {
            String id = spec.substring(SCHEME.length());
            Scenario scenario = Scenarios.load().find(id)
                    .orElseThrow(() -> bad("The lab has no scenario '" + id + "'."));
            return LabHost.fresh(scenario);
        }
        try {
            return LabHost.open(spec, Path.of(spec.substring(at + 1)));
        } catch (InvalidPathException e) {
            throw bad("'" + spec.substring(at + 1) + "' is no folder.");
        }
    }

    private static HostException bad(String sentence) {
        return new HostException(HostException.Kind.BAD_SPEC, sentence,
                "Write lab:SCENARIO or lab:SCENARIO@DIR; the command scenarios lists them.");
    }
}
