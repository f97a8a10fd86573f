// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.diagnosis.ProbeRun;

/** Whether what a probe needs is there, in one run. */
final class Needs {

    private final RunPlan plan;
    private final boolean offline;
    private final HostDesk hosts;
    private final ObservationLog log;

    Needs(RunPlan plan, boolean offline, HostDesk hosts, ObservationLog log) {
        this.plan = plan;
        this.offline = offline;
        this.hosts = hosts;
        this.log = log;
    }

    /** Whether a host that it needs is still being opened. */
    boolean mustWait(ProbeDeclaration probe) {
        return probe.needs().stream().anyMatch(need -> need instanceof Need.HostFacet facet
                && hosts.standing(facet.side()) instanceof HostDesk.Standing.Opening);
    }

    /** Why it cannot run, once all that it waits for has ended; facets are asked for on the probe's own thread. */
    Optional<ProbeRun.End> lack(ProbeDeclaration probe) {
        for (Need need : probe.needs()) {
            Optional<ProbeRun.End> lack = switch (need) {
                case Need.Net net -> offline ? blocked("Nothing may be sent in this run.",
                        "Diagnose again with the network; on the command line without --offline.") : Optional.empty();
                case Need.HostFacet facet ->
                    hosts.standing(facet.side()) instanceof HostDesk.Standing.Missing missing
                            ? blocked(missing.reason(), missing.advice()) : Optional.empty();
                case Need.Key key -> log.has(key.key()) ? Optional.empty() : blocked(missing(key.key()), "");
            };
            if (lack.isPresent()) {
                return lack;
            }
        }
        return Optional.empty();
    }

    private static Optional<ProbeRun.End> blocked(String reason, String advice) {
        return Optional.of(new ProbeRun.Blocked(reason, advice));
    }

    private String missing(String key) {
        Set<String> there = ProbeGraph.sources(key, plan.probes());
        if (!there.isEmpty()) {
            return key + " was not observed by " + String.join(" or ", there) + ".";
        }
        Set<String> leftOut = new LinkedHashSet<>(ProbeGraph.sources(key, plan.known()));
        if (leftOut.isEmpty()) {
            return key + " is not known: the user did not report it.";
        }
        return key + " was not observed: " + String.join(" and ", leftOut) + (leftOut.size() == 1 ? " was" : " were")
                + " left out of this run.";
    }
}
