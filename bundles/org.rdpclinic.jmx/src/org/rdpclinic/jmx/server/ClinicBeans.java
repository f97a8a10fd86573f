// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.server;

import javax.management.JMException;
import javax.management.MBeanServer;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.jmx.internal.Registration;

/** The clinic's beans in a server of beans: registered until this is closed. Any face of the clinic can hold them. */
public final class ClinicBeans implements AutoCloseable {

    private final Registration registration;

    private ClinicBeans(Registration registration) {
        this.registration = registration;
    }

    /**
     * Registers the beans of the clinic, its probes and its cases; those of probes and cases come and go from then on.
     *
     * @throws JMException when a clinic is registered there already
     */
    public static ClinicBeans register(MBeanServer server, ClinicParts parts) throws JMException {
        return new ClinicBeans(Registration.of(server, parts));
    }

    /** Cancels the cases that run, waits until they are kept, a few seconds at most, and takes all beans away. */
    @Override
    public void close() {
        registration.close();
    }
}
