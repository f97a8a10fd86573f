// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.nio.file.Path;
import java.util.Optional;

/** Where trusted bundles come into use. */
interface Installer {

    /** One that uses none, for whoever only lists them. */
    Installer NONE = new Installer() {

        @Override
        public Optional<String> install(Path file, Dropin dropin) {
            return Optional.empty();
        }

        @Override
        public void uninstall(String sha256) {
            // Nothing was installed.
        }
    };

    /**
     * Brings a bundle into use.
     *
     * @param file   its file; what is used is a copy that has the trusted hash
     * @param dropin what is known of it
     * @return why it cannot be used, in a sentence; nothing when it is in use
     */
    Optional<String> install(Path file, Dropin dropin);

    /** Takes a bundle out of use. */
    void uninstall(String sha256);
}
