// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.equinox.tests;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.rdpclinic.engine.registry.RegistryContributions;

/** Waits for contributions to come or go; the registry tells of them on a thread of its own. */
final class Waiting {

    private Waiting() {
    }

    /** Whether it came true within 20 seconds, looking again whenever the contributions say that they changed. */
    static boolean until(RegistryContributions contributions, BooleanSupplier expected) throws Exception {
        Semaphore changes = new Semaphore(1);
        try (AutoCloseable listening = contributions.onChange(changes::release)) {
            while (!expected.getAsBoolean()) {
                if (!changes.tryAcquire(20, TimeUnit.SECONDS)) {
                    return expected.getAsBoolean();
                }
            }
            return true;
        }
    }
}
