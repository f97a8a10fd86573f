// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.internal.xml.PluginXml;

/**
 * Bundles whose {@code plugin.xml} means to contribute to the clinic and that the registry passed over. The registry
 * says so in its log only.
 */
final class UnreadBundles {

    private static final String OURS = "org.rdpclinic.";

    private UnreadBundles() {
    }

    static List<ContributionIssue> issues(IExtensionRegistry registry) {
        // The registry's own bundle is active wherever there is a registry; ours need not be.
        Bundle active = FrameworkUtil.getBundle(IExtensionRegistry.class);
        List<ContributionIssue> issues = new ArrayList<>();
        if (active == null || active.getBundleContext() == null) {
            return issues;
        }
        for (Bundle bundle : active.getBundleContext().getBundles()) {
            if (bundle.getSymbolicName() != null && bundle.getState() != Bundle.UNINSTALLED) {
                wrong(bundle, registry).ifPresent(
                        sentence -> issues.add(new ContributionIssue(bundle.getSymbolicName(), sentence)));
            }
        }
        return issues;
    }

    private static Optional<String> wrong(Bundle bundle, IExtensionRegistry registry) {
        URL entry = bundle.getEntry(PluginXml.NAME);
        if (entry == null || isRead(bundle, registry)) {
            return Optional.empty();
        }
        try (InputStream stream = entry.openStream()) {
            String text = new String(stream.readNBytes(PluginXml.LARGEST), StandardCharsets.UTF_8);
            return text.contains(OURS) ? Optional.of(sentence(bundle, text)) : Optional.empty();
        } catch (IOException e) {
            return Optional.of("The " + PluginXml.NAME + " of " + bundle.getSymbolicName() + " cannot be read.");
        }
    }

    private static boolean isRead(Bundle bundle, IExtensionRegistry registry) {
        IContributor contributor = ContributorFactoryOSGi.createContributor(bundle);
        return registry.getExtensions(contributor).length > 0 || registry.getExtensionPoints(contributor).length > 0;
    }

    private static String sentence(Bundle bundle, String xml) {
        String name = bundle.getSymbolicName();
        Optional<String> broken = broken(xml);
        if (broken.isPresent()) {
            return "The " + PluginXml.NAME + " of " + name + " is broken: " + broken.get() + ".";
        }
        String header = String.valueOf(bundle.getHeaders().get(Constants.BUNDLE_SYMBOLICNAME));
        if (!header.replaceAll("\\s", "").contains("singleton:=true")) {
            return "The bundle " + name + " contributes nothing, since it is no singleton; its manifest lacks "
                    + "'singleton:=true'.";
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            return "The bundle " + name + " contributes nothing, since a bundle or package that it needs is missing.";
        }
        return "The " + PluginXml.NAME + " of " + name + " contributes nothing.";
    }

    private static Optional<String> broken(String xml) {
        try {
            PluginXml.parse(xml.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
