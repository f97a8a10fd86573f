// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Registry;
import org.rdpclinic.api.host.RegistryValue;

/** {@code registry.json}: keys to values by name, each value under its type. Read afresh at each call. */
public final class RegistryFile implements Registry {

    private final Path file;

    /** Over the file of a host. */
    public RegistryFile(Path file) {
        this.file = file;
    }

    /** The registry as it is now. */
    public RegistrySnapshot read() throws HostException {
        return RegistrySnapshot.of(Json.read(file), file.getFileName().toString());
    }

    @Override
    public Optional<RegistryValue> find(String key, String name) throws HostException {
        return read().find(key, name);
    }

    @Override
    public List<String> subkeys(String key) throws HostException {
        return read().subkeys(key);
    }

    /** Sets a value, making its key where there is none. */
    public void set(String key, String name, RegistryValue value) throws HostException {
        change(key, name, Optional.of(value));
    }

    /** Removes a value, if it is there. */
    public void remove(String key, String name) throws HostException {
        change(key, name, Optional.empty());
    }

    private void change(String key, String name, Optional<RegistryValue> value) throws HostException {
        ObjectNode all = Json.readObject(file);
        RegistrySnapshot.of(all, file.getFileName().toString());
        String spelt = spelling(all, key).orElse(key);
        ObjectNode values = all.has(spelt) ? (ObjectNode) all.get(spelt) : all.putObject(spelt);
        spelling(values, name).ifPresent(values::remove);
        value.ifPresent(each -> values.set(name, RegistrySnapshot.written(each)));
        RegistrySnapshot.of(all, file.getFileName().toString());
        Json.write(file, all);
    }

    private static Optional<String> spelling(ObjectNode node, String wanted) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (name.equalsIgnoreCase(wanted)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
