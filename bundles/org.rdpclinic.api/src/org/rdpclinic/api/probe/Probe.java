// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

/**
 * Gathers observations, and never changes anything. Probes are contributed by the extension point
 * {@code org.rdpclinic.engine.probes}, which declares what a probe needs and observes. A probe has no state: one
 * instance may run for several cases at once.
 */
public interface Probe {

    /** Whether it makes sense and can be done here; asked just before it runs, and must be quick. */
    default Applicability applicability(ProbeRequest request) {
        return new Applicability.Ready();
    }

    /**
     * Observes. What was handed to {@link ProbeRequest#observe} stays, also when the probe fails or is stopped
     * afterwards.
     *
     * @return how it went, never null
     * @throws Exception counts as {@link ProbeOutcome.Failed}; a probe need not catch what it cannot mend
     */
    ProbeOutcome run(ProbeRequest request) throws Exception;
}
