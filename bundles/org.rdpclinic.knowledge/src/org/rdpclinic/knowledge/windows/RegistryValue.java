// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rdpclinic.knowledge.codes.CausePointer;

/**
 * One registry value that governs RDP. A value of the policy key wins over the local one.
 *
 * @param id              short id, mostly the value's name
 * @param side            server, client or both
 * @param name            name of the value
 * @param localKey        the local key
 * @param policyKey       the key of group policy
 * @param type            REG_DWORD, REG_SZ, REG_BINARY, …
 * @param defaultNumber   the default, where it is a number
 * @param defaultText     the default, where it is a text
 * @param defaultVerified whether the default is documented
 * @param allowed         what it may hold
 * @param meaning         what it governs
 * @param effectWhenWrong what happens when it is wrong
 * @param whenAbsent      what its absence does, where that surprises
 * @param outOfRange      what a number outside the allowed set does
 * @param pointsTo        causes that a wrong value points to
 * @param policyName      name of the policy
 * @param wmi             the WMI property that shows it
 * @param restart         what must restart before it counts
 * @param azureTarget     what Microsoft sets on Azure
 * @param neverChange     whether it is read and never written
 * @param caution         a warning
 * @param read            how it is read
 * @param cure            a command that mends it
 * @param disagreement    where sources differ
 * @param note            a remark
 * @param unverified      what rests on one weak source
 * @param sources         ids of the sources
 */
public record RegistryValue(String id, String side, String name, Optional<String> localKey,
        Optional<String> policyKey, String type, OptionalLong defaultNumber, Optional<String> defaultText,
        boolean defaultVerified, List<Allowed> allowed, String meaning, String effectWhenWrong,
        Optional<String> whenAbsent, Optional<String> outOfRange, List<CausePointer> pointsTo,
        Optional<String> policyName, Optional<String> wmi, Optional<String> restart, OptionalLong azureTarget,
        boolean neverChange, Optional<String> caution, Optional<String> read, Optional<String> cure,
        Optional<String> disagreement, Optional<String> note, Optional<String> unverified, List<String> sources) {

    /** Checks and copies. */
    public RegistryValue {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        allowed = List.copyOf(allowed);
        pointsTo = List.copyOf(pointsTo);
        sources = List.copyOf(sources);
    }

    /**
     * What a value may hold.
     *
     * @param value   a number, a text, or a description of what is allowed
     * @param meaning what it does
     */
    public record Allowed(String value, Optional<String> meaning) {
    }
}
