// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.util.List;
import java.util.Set;

import org.rdpclinic.api.host.Files.AccessEntry;

/** What the token of Remote Desktop Services may do with a file (MS-DTYP 2.5.3.2). */
public final class EffectiveAccess {

    /** NETWORK SERVICE, Everyone, Authenticated Users, SERVICE, Users, NT SERVICE\TermService. */
    private static final Set<String> TOKEN = Set.of("S-1-5-20", "S-1-1-0", "S-1-5-11", "S-1-5-6", "S-1-5-32-545",
            "S-1-5-80-446051430-1559341753-4161941529-1950928533-810483104");

    /** The right to read data, generic read, generic all. */
    private static final long READ = 0x1 | 0x80000000L | 0x10000000L;

    private EffectiveAccess() {
    }

    /** Whether the service may read: the first entry for it that speaks of reading decides; without one it may not. */
    public static boolean mayRead(List<AccessEntry> entries) {
        for (AccessEntry entry : entries) {
            if (TOKEN.contains(entry.sid()) && (entry.mask() & READ) != 0) {
                return entry.allow();
            }
        }
        return false;
    }
}
