// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;

/** Data of a registry value by its type. */
public sealed interface RegistryValue {

    /** REG_DWORD and REG_QWORD, unsigned up to 63 bits. */
    record Number(long value) implements RegistryValue {
    }

    /** REG_SZ and REG_EXPAND_SZ. */
    record Text(String value) implements RegistryValue {
    }

    /** REG_MULTI_SZ. */
    record Texts(List<String> values) implements RegistryValue {
        /** Copies the list. */
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** REG_BINARY, in lower-case hexadecimal. */
    record Binary(String hex) implements RegistryValue {
    }
}
