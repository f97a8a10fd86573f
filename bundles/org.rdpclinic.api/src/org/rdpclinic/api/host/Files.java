// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;
import java.util.Optional;

/** Files of a host and who may use them. Paths are Windows paths, compared without regard to case. */
public non-sealed interface Files extends Facet {

    /**
     * One entry of a DACL, in its order.
     *
     * @param sid   whom it is for, for example {@code S-1-5-20}
     * @param allow whether it allows; else it denies
     * @param mask  access mask (MS-DTYP 2.4.3); bit 0 is the right to read a file's data
     */
    record AccessEntry(String sid, boolean allow, long mask) {
    }

    /** One file: its path, size in bytes, owner's SID, and DACL. */
    record FileInfo(String path, long size, String owner, List<AccessEntry> entries) {
        /** Copies the entries. */
        public FileInfo {
            entries = List.copyOf(entries);
        }
    }

    /** A file, if it is there. */
    Optional<FileInfo> find(String path) throws HostException;
}
