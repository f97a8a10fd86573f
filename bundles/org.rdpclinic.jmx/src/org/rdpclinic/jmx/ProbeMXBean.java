// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

/** A probe, as its bundle declares it. */
@Description("A probe of RDP Clinic: gathers observations and changes nothing")
public interface ProbeMXBean {

    /** Its id. */
    @Description("Id of the probe")
    String getId();

    /** Its name. */
    @Description("The probe in a few words")
    String getName();

    /** What it finds out. */
    @Description("What the probe finds out")
    String getDescription();

    /** Where it comes from. */
    @Description("Symbolic name of the bundle that the probe comes from")
    String getBundle();

    /** Without which it cannot run. */
    @Description("Without which the probe cannot run: network, server:registry, key:tcp.outcome and the like")
    String[] getNeeds();

    /** Ids of the keys that it observes. */
    @Description("Ids of the keys that the probe observes")
    String[] getObserves();

    /** From where it looks. */
    @Description("From where the probe looks: client, path or server")
    String getVantage();

    /** What it costs. */
    @Description("What the probe costs: low, medium or high")
    String getCost();

    /** How long it may take. */
    @Description("How long the probe may take")
    @Unit("ms")
    long getDeadlineMillis();
}
