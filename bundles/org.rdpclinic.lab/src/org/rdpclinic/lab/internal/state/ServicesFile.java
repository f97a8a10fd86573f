// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.Services;

/**
 * {@code services.json}: state and account of each service. When a service starts is told by the value Start below its
 * registry key, as in Windows.
 */
public final class ServicesFile implements Services {

    /** The key below which each service has one of its own. */
    public static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

    private final Path file;
    private final RegistryFile registry;

    /** Over the file of a host, and its registry. */
    public ServicesFile(Path file, RegistryFile registry) {
        this.file = file;
        this.registry = registry;
    }

    @Override
    public Optional<Service> find(String name) throws HostException {
        return Optional.ofNullable(read(registry.read()).get(name));
    }

    /** All services, by name without regard to case. */
    Map<String, Service> read(RegistrySnapshot values) throws HostException {
        Map<String, Service> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String where = file.getFileName().toString();
        for (Map.Entry<String, JsonNode> entry : Fields.entries(Json.read(file), where).entrySet()) {
            String name = entry.getKey();
            Fields fields = new Fields(entry.getValue(), where + ", " + name);
            State state = fields.constant("state", State.class);
            String account = fields.text("account");
            fields.done();
            services.put(name, new Service(name, state, startType(values, name), account));
        }
        return services;
    }

    private static StartType startType(RegistrySnapshot values, String name) {
        long start = values.number(KEY + name, "Start").orElse(3L);
        return start == 4 ? StartType.DISABLED : start == 3 ? StartType.MANUAL : StartType.AUTOMATIC;
    }

    /** Changes a service's state. */
    public void set(String name, State state) throws HostException {
        ObjectNode all = Json.readObject(file);
        Service service = find(name).orElseThrow(() -> Json.unreadable(file.getFileName().toString(),
                "there is no service " + name));
        ((ObjectNode) all.get(service.name())).put("state", Fields.written(state));
        Json.write(file, all);
    }
}
