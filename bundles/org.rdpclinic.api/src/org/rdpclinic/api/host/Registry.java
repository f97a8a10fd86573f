// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;
import java.util.Optional;

/** The registry. Keys are written {@code HKLM\\SYSTEM\\…}; names are compared without regard to case. */
public non-sealed interface Registry extends Facet {

    /** A value, if it is there. */
    Optional<RegistryValue> find(String key, String name) throws HostException;

    /** The names of a key's subkeys; empty when there are none or no such key. */
    List<String> subkeys(String key) throws HostException;

    /** The number in a REG_DWORD or REG_QWORD value, if it is there and one of these. */
    default Optional<Long> findNumber(String key, String name) throws HostException {
        return find(key, name).flatMap(value -> value instanceof RegistryValue.Number number
                ? Optional.of(number.value()) : Optional.empty());
    }

    /** The text in a REG_SZ or REG_EXPAND_SZ value, if it is there and one of these. */
    default Optional<String> findText(String key, String name) throws HostException {
        return find(key, name).flatMap(value -> value instanceof RegistryValue.Text text
                ? Optional.of(text.value()) : Optional.empty());
    }
}
