// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;
import java.util.Optional;

/** The event logs of a host. */
public non-sealed interface EventLog extends Facet {

    /** Walks over records from old to new, in constant memory. */
    interface Cursor extends AutoCloseable {

        /** The next record; empty at the end. */
        Optional<EventRecord> next() throws HostException;

        @Override
        void close();
    }

    /** The channels that hold records. */
    List<String> channels() throws HostException;

    /** Opens a channel; the caller closes the cursor. A channel that is not there is empty. */
    Cursor open(String channel) throws HostException;
}
