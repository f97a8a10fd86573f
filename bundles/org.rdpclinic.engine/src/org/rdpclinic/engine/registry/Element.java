// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.registry;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.osgi.framework.Bundle;
import org.rdpclinic.engine.internal.guard.ContributionException;
import org.rdpclinic.engine.internal.guard.GuestFailure;

/** An element of a contribution, read strictly: what is missing or unknown is an error with a sentence. */
record Element(IConfigurationElement element, String bundle) {

    String name() {
        return element.getName();
    }

    /** The bundle itself; throws when it is gone. */
    Bundle contributor() {
        Bundle contributor = ContributorFactoryOSGi.resolve(element.getContributor());
        if (contributor == null) {
            throw new IllegalArgumentException("its bundle is gone.");
        }
        return contributor;
    }

    /** An attribute; empty when it is not there. */
    String find(String attribute) {
        String value = element.getAttribute(attribute);
        return value == null ? "" : value.strip();
    }

    /** An attribute that must be there. */
    String require(String attribute) {
        String value = find(attribute);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the attribute '" + attribute + "' is missing.");
        }
        return value;
    }

    /** What stands between the tags, on one line; empty when there is nothing. */
    String text() {
        String value = element.getValue();
        return value == null ? "" : value.strip().replaceAll("\\s+", " ");
    }

    List<Element> children(String name) {
        return Stream.of(element.getChildren(name)).map(child -> new Element(child, bundle)).toList();
    }

    /** Refuses attributes and children that the schema does not have. */
    void allow(Set<String> attributes, Set<String> children) {
        for (String attribute : element.getAttributeNames()) {
            if (!attributes.contains(attribute)) {
                throw new IllegalArgumentException("there is no attribute '" + attribute + "' in <" + name() + ">.");
            }
        }
        for (IConfigurationElement child : element.getChildren()) {
            if (!children.contains(child.getName())) {
                throw new IllegalArgumentException(
                        "there is no element <" + child.getName() + "> in <" + name() + ">.");
            }
        }
    }

    /**
     * Makes the object that the attribute {@code class} names. Loads the bundle's class: for the guarded place only.
     *
     * @throws ContributionException with a sentence when it cannot be made
     */
    <T> T make(Class<T> type) {
        Object made;
        String who = "The class";
        try {
            who = "The class " + find("class");
            made = element.createExecutableExtension("class");
        } catch (CoreException e) {
            throw new ContributionException(sentence(who, thrownBehind(e)), e);
        } catch (InvalidRegistryObjectException e) {
            throw new ContributionException("The bundle " + bundle + " is gone.", e);
        }
        if (!type.isInstance(made)) {
            throw new ContributionException(who + " of " + bundle + " is no " + type.getSimpleName() + ".");
        }
        return type.cast(made);
    }

    private String sentence(String who, Throwable thrown) {
        return thrown instanceof ClassNotFoundException ? who + " of " + bundle + " is not there."
                : GuestFailure.sentence(who, bundle, thrown);
    }

    /** What the bundle threw, without what the registry and reflection put around it. */
    private static Throwable thrownBehind(CoreException e) {
        Throwable thrown = e.getStatus().getException() == null ? e : e.getStatus().getException();
        return thrown instanceof InvocationTargetException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
