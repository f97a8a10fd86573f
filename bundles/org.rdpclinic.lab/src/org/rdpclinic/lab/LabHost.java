// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.nio.file.Files;
import java.nio.file.Path;

import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostFolder;

/** The simulated Windows host in a folder, with all facets. What the folder holds is read afresh at each call. */
public final class LabHost implements Host {

    private final String spec;
    private final HostFolder folder;
    private final boolean temporary;

    private LabHost(String spec, Path folder, boolean temporary) {
        this.spec = spec;
        this.folder = new HostFolder(folder);
        this.temporary = temporary;
    }

    /**
     * The host in a folder in which a scenario runs, or was played.
     *
     * @throws HostException with a sentence when the folder holds no host
     */
    public static LabHost open(String spec, Path folder) throws HostException {
        if (!Files.isRegularFile(folder.resolve("registry.json"))) {
            throw new HostException(HostException.Kind.BAD_SPEC,
                    "There is no simulated host in " + folder + ".",
                    "Give the folder of a lab that runs, or play one there: lab SCENARIO --dir " + folder + ".");
        }
        return new LabHost(spec, folder, false);
    }

    /**
     * A fresh host in the state in which a scenario starts, kept until it is closed.
     *
     * @throws HostException with a sentence when it cannot be made
     */
    public static LabHost fresh(Scenario scenario) throws HostException {
        Path folder = Folders.temporary();
        try {
            Folders.make(folder, scenario, LabOptions.defaults());
        } catch (HostException e) {
            Folders.delete(folder);
            throw e;
        }
        return new LabHost("lab:" + scenario.id(), folder, true);
    }

    @Override
    public String spec() {
        return spec;
    }

    @Override
    public <F extends Facet> Access<F> facet(Class<F> facet) {
        Facet found = switch (Facet.Name.valueOf(name(facet))) {
            case REGISTRY -> folder.registry();
            case SERVICES -> folder.services();
            case CERTIFICATES -> folder.certificates();
            case EVENT_LOG -> folder.events();
            case SESSIONS -> folder.sessions();
            case FILES -> folder.files();
            case FIREWALL -> folder.firewall();
        };
        return new Access.Available<>(facet.cast(found));
    }

    private static String name(Class<?> facet) {
        for (Facet.Name each : Facet.Name.values()) {
            if (each.type() == facet) {
                return each.name();
            }
        }
        throw new IllegalArgumentException(facet.getName() + " is no facet.");
    }

    @Override
    public void close() {
        if (temporary) {
            Folders.delete(folder.path());
        }
    }
}
