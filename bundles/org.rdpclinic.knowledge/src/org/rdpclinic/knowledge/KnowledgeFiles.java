// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where data files are read from. The bundle brings its own; a test or a user's folder may lay others over them.
 */
@FunctionalInterface
public interface KnowledgeFiles {

    /**
     * Opens one file.
     *
     * @param name path with slashes, such as {@code data/codes/disconnect.json}
     * @return the bytes, to be closed by the caller
     * @throws IOException if there is no such file or it cannot be read
     */
    InputStream open(String name) throws IOException;

    /** The files that come with this bundle. */
    static KnowledgeFiles bundled() {
        return name -> {
            InputStream in = KnowledgeFiles.class.getResourceAsStream("/" + name);
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in;
        };
    }
}
