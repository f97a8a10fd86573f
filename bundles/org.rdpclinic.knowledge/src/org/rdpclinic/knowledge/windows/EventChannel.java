// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A log of Windows.
 *
 * @param channel       its name
 * @param side          where it matters: client, server, both, or another role
 * @param providers     who writes to it, of those that matter here
 * @param providerGuids their GUIDs, where known
 * @param state         whether it is on by default
 * @param note          a remark on that
 */
public record EventChannel(String channel, String side, List<String> providers, List<String> providerGuids,
        State state, Optional<String> note) {

    /** Checks and copies. */
    public EventChannel {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(side);
        providers = List.copyOf(providers);
        providerGuids = List.copyOf(providerGuids);
        Objects.requireNonNull(state);
        Objects.requireNonNull(note);
    }

    /** Whether a log is written by default. */
    public enum State {
        /** Written. */
        ON,
        /** Not written until somebody switches it on. */
        OFF,
        /** Written as far as the audit policy says. */
        AUDIT_POLICY
    }
}
