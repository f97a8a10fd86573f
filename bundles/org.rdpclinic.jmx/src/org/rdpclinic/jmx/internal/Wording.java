// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import org.rdpclinic.jmx.Description;
import org.rdpclinic.jmx.Named;

/** Names and descriptions from the annotations of an interface. */
record Wording(Class<?> face) {

    String bean() {
        return text(face);
    }

    String attribute(MBeanAttributeInfo attribute) {
        return method((attribute.isIs() ? "is" : "get") + attribute.getName(), 0).map(Wording::text).orElse("");
    }

    String operation(MBeanOperationInfo operation) {
        return method(operation).map(Wording::text).orElse("");
    }

    int impact(MBeanOperationInfo operation) {
        return method(operation).map(method -> method.getAnnotation(Description.class)).map(Description::acts)
                .orElse(true) ? MBeanOperationInfo.ACTION : MBeanOperationInfo.INFO;
    }

    String parameter(MBeanOperationInfo operation, int index) {
        return parameterOf(operation, index).map(Wording::text).orElse("");
    }

    String name(MBeanOperationInfo operation, int index) {
        return parameterOf(operation, index).map(parameter -> parameter.getAnnotation(Named.class)).map(Named::value)
                .orElse("");
    }

    private Optional<Parameter> parameterOf(MBeanOperationInfo operation, int index) {
        return method(operation).map(method -> method.getParameters()[index]);
    }

    private Optional<Method> method(MBeanOperationInfo operation) {
        return method(operation.getName(), operation.getSignature().length);
    }

    private Optional<Method> method(String name, int parameters) {
        return Stream.of(face.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }

    private static String text(AnnotatedElement element) {
        Description description = element.getAnnotation(Description.class);
        return description == null ? "" : description.value();
    }
}
