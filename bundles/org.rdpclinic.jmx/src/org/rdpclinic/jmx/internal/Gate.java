// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * What every call of an operator passes, whichever way it came: who may do what is decided here and nowhere else.
 * Whoever is connected may do everything. What goes wrong behind it leaves as an exception of the JDK with one
 * sentence, so that a client can read it without a class of the clinic.
 */
final class Gate {

    private static final Logger LOG = System.getLogger(Gate.class.getName());

    /** The object behind the gate. */
    <T> T before(Class<T> face, T behind) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face},
                (proxy, method, arguments) -> pass(behind, method, arguments)));
    }

    private Object pass(Object behind, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw plain(method, e.getCause());
        }
    }

    private static RuntimeException plain(Method method, Throwable thrown) {
        return switch (thrown) {
            case IllegalArgumentException refused -> new IllegalArgumentException(refused.getMessage());
            case IllegalStateException refused -> new IllegalStateException(refused.getMessage());
            default -> {
                LOG.log(Level.ERROR, "The operation " + method.getName() + " failed.", thrown);
                yield new IllegalStateException("The clinic failed at " + method.getName() + ": "
                        + thrown.getClass().getSimpleName() + ".");
            }
        };
    }
}
