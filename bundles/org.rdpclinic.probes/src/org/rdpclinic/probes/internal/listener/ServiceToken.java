// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.util.List;
import java.util.Set;

import org.rdpclinic.api.host.Files.AccessEntry;

/** The token of TermService, and what it may read: NETWORK SERVICE, and the groups that are in its token. */
final class ServiceToken {

    private static final Set<String> SIDS = Set.of(
            // NETWORK SERVICE, Everyone, Authenticated Users, SERVICE, Users
            "S-1-5-20", "S-1-1-0", "S-1-5-11", "S-1-5-6", "S-1-5-32-545",
            // NT SERVICE\TermService
            "S-1-5-80-446051430-1559341753-4161941529-1950928533-810483104");

    /** FILE_READ_DATA, GENERIC_READ and GENERIC_ALL (MS-DTYP 2.4.3). */
    private static final long READ = 0x1 | 0x8000_0000L | 0x1000_0000L;

    private ServiceToken() {
    }

    /** Whether it may read a file: the first entry that says anything about it decides (MS-DTYP 2.5.3.2). */
    static boolean canRead(List<AccessEntry> entries) {
        return entries.stream().filter(entry -> SIDS.contains(entry.sid()) && (entry.mask() & READ) != 0).findFirst()
                .map(AccessEntry::allow).orElse(false);
    }
}
