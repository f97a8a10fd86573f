// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Installs bundles into the running framework, by reference from a copy in the process's own configuration area. They
 * are resolved and not started: that is enough to contribute, and no code of theirs runs before a probe of theirs does.
 */
final class FrameworkInstaller implements Installer {

    private static final String AREA = "osgi.configuration.area";
    private static final String SCHEME = "file:";

    private final Map<String, Bundle> bundles = new HashMap<>();

    @Override
    public Optional<String> install(Path file, Dropin dropin) {
        // The registry's own bundle is active wherever there is a registry; ours need not be.
        Bundle active = FrameworkUtil.getBundle(IExtensionRegistry.class);
        if (active == null || active.getBundleContext() == null) {
            return Optional.of("There is no framework that could use it.");
        }
        BundleContext context = active.getBundleContext();
        if (Boolean.parseBoolean(context.getProperty(AREA + ".readOnly"))) {
            return Optional.of("It came after this clinic was started without any bundle file; the next start uses it.");
        }
        for (Bundle other : context.getBundles()) {
            if (dropin.name().equals(other.getSymbolicName())) {
                return Optional.of("Its name " + dropin.name() + " is taken by another bundle.");
            }
        }
        try {
            Path copy = copy(file, dropin, context);
            Bundle bundle = context.installBundle("reference:" + SCHEME + copy);
            bundles.put(dropin.sha256(), bundle);
            return resolve(bundle, context).map(wrong -> {
                uninstall(dropin.sha256());
                return wrong;
            });
        } catch (ChangedException e) {
            return Optional.of("It was changed while it was read.");
        } catch (IOException e) {
            return Optional.of("It cannot be copied to where it is used.");
        } catch (BundleException e) {
            return Optional.of("Its manifest cannot be used: " + firstLine(e) + ".");
        }
    }

    /** The file was replaced between the look at it and its copy. */
    private static final class ChangedException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static Path copy(Path file, Dropin dropin, BundleContext context) throws IOException {
        String area = context.getProperty(AREA);
        if (area == null || !area.startsWith(SCHEME)) {
            throw new IOException("There is no configuration area.");
        }
        // File understands the path of a URL for a drive of Windows.
        Path folder = new File(area.substring(SCHEME.length())).toPath().resolve("org.rdpclinic.dropins");
        Files.createDirectories(folder);
        Path copy = folder.resolve(dropin.sha256() + ".jar");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        // What counts is the hash of the very bytes that are used.
        if (!Sha256.of(copy).equals(dropin.sha256())) {
            Files.delete(copy);
            throw new ChangedException();
        }
        return copy;
    }

    private static Optional<String> resolve(Bundle bundle, BundleContext context) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        if (wiring.resolveBundles(List.of(bundle))) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            boolean optional = "optional".equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
            if (!optional && wiring.findProviders(need).isEmpty()) {
                missing.add(words(need));
            }
        }
        return Optional.of(missing.isEmpty() ? "Bundles or packages that it needs do not go together."
                : "It needs " + String.join(" and ", missing) + ", which no bundle here gives it.");
    }

    private static String words(BundleRequirement need) {
        String filter = String.valueOf(need.getDirectives().get(Constants.FILTER_DIRECTIVE));
        return switch (need.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE ->
                "the package " + value(filter, PackageNamespace.PACKAGE_NAMESPACE);
            case BundleNamespace.BUNDLE_NAMESPACE -> "the bundle " + value(filter, BundleNamespace.BUNDLE_NAMESPACE);
            default -> need.getNamespace() + " " + filter;
        };
    }

    /** What a filter demands of an attribute, and the whole filter behind it where it demands more. */
    private static String value(String filter, String attribute) {
        String value = filter.replaceAll(".*[(]" + attribute.replace(".", "[.]") + "=([^)]*)[)].*", "$1");
        return filter.startsWith("(&") ? value + " of the version it asks for" : value;
    }

    private static String firstLine(BundleException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason is given").replaceAll("[.]+$", "");
    }

    @Override
    public void uninstall(String sha256) {
        Bundle bundle = bundles.remove(sha256);
        if (bundle == null) {
            return;
        }
        try {
            BundleContext context = bundle.getBundleContext();
            Bundle system = FrameworkUtil.getBundle(IExtensionRegistry.class).getBundleContext()
                    .getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
            if (context != null) {
                bundle.stop();
            }
            bundle.uninstall();
            // Lets go of its classes and its copy.
            system.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
        } catch (BundleException | IllegalStateException e) {
            // It is gone already, or the framework is going.
            return;
        }
    }
}
