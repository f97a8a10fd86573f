// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Values of settings; what was not set has its default. Immutable. */
public final class Settings {

    /** Every setting has its default. */
    public static final Settings DEFAULTS = new Settings(Map.of());

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /** The value in force. */
    public <V> V get(Setting<V> setting) {
        Object value = values.get(setting.name());
        return value == null ? setting.defaultValue() : setting.type().cast(value);
    }

    /** These settings with one other value. */
    public <V> Settings with(Setting<V> setting, V value) {
        Map<String, Object> copy = new HashMap<>(values);
        copy.put(setting.name(), Objects.requireNonNull(value, "value"));
        return new Settings(Map.copyOf(copy));
    }

    /** These settings with a value as the user wrote it; its limits are checked. */
    public <V> Settings withText(Setting<V> setting, String text) {
        return with(setting, setting.parse(text));
    }
}
