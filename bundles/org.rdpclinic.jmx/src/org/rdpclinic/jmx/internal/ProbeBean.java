// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import org.rdpclinic.engine.Need;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.jmx.ProbeMXBean;

/** A probe as it is declared. */
record ProbeBean(ProbeDeclaration probe) implements ProbeMXBean {

    @Override
    public String getId() {
        return probe.id();
    }

    @Override
    public String getName() {
        return probe.name();
    }

    @Override
    public String getDescription() {
        return probe.description();
    }

    @Override
    public String getBundle() {
        return probe.bundle();
    }

    @Override
    public String[] getNeeds() {
        return probe.needs().stream().map(Need::text).toArray(String[]::new);
    }

    @Override
    public String[] getObserves() {
        return probe.observes().toArray(String[]::new);
    }

    @Override
    public String getVantage() {
        return probe.vantage().id();
    }

    @Override
    public String getCost() {
        return probe.cost().id();
    }

    @Override
    public long getDeadlineMillis() {
        return probe.deadline().toMillis();
    }
}
