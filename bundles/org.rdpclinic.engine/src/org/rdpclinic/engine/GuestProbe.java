// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Optional;

import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.api.host.Access;
import org.rdpclinic.api.host.Facet;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.engine.internal.guard.GuestFailure;

/** Calls a probe, from its constructor to its outcome, and makes an end of whatever comes back. */
final class GuestProbe {

    private final ProbeTask task;
    private final ProbeDeclaration declaration;

    GuestProbe(ProbeTask task) {
        this.task = task;
        this.declaration = task.declaration();
    }

    /** Never throws, whatever the guest does. */
    ProbeRun.End call() {
        String who = "The probe " + declaration.id();
        try {
            Probe probe = declaration.factory().get();
            if (probe == null) {
                return new ProbeRun.Failed(
                        declaration.bundle() + " made nothing for the probe " + declaration.id() + ".");
            }
            for (Need need : declaration.needs()) {
                Optional<ProbeRun.End> lack = need instanceof Need.HostFacet facet ? lack(facet) : Optional.empty();
                if (lack.isPresent()) {
                    return lack.get();
                }
            }
            return applied(probe, who);
        } catch (Throwable e) {
            String violation = task.violation();
            return new ProbeRun.Failed(violation.isEmpty() ? GuestFailure.sentence(who, declaration.bundle(), e)
                    : violation);
        }
    }

    /** Why the facet cannot be had; empty when it can. */
    private Optional<ProbeRun.End> lack(Need.HostFacet need) {
        Optional<Host> host = need.side() == Need.Side.CLIENT ? task.clientHost() : task.serverHost();
        return host.flatMap(there -> lack(there, need));
    }

    private static Optional<ProbeRun.End> lack(Host host, Need.HostFacet need) {
        Access<? extends Facet> access;
        try {
            access = host.facet(need.facet().type());
        } catch (Throwable e) {
            return Optional.of(new ProbeRun.Blocked(GuestFailure.sentence("The facet " + need.text(),
                    host.getClass().getName(), e), ""));
        }
        return switch (access) {
            case null -> Optional.of(new ProbeRun.Blocked("The host gave no answer about " + need.text() + ".", ""));
            case Access.Unavailable<? extends Facet> no ->
                Optional.of(new ProbeRun.Blocked(no.reason(), no.advice()));
            case Access.Available<? extends Facet> yes -> Optional.empty();
        };
    }

    private ProbeRun.End applied(Probe probe, String who) throws Exception {
        return switch (probe.applicability(task)) {
            case null -> new ProbeRun.Failed(who + " of " + declaration.bundle() + " did not say whether it applies.");
            case Applicability.NotRelevant no -> new ProbeRun.NotRelevant(no.reason());
            case Applicability.Blocked no -> new ProbeRun.Blocked(no.reason(), no.advice());
            case Applicability.Ready yes -> ran(probe.run(task), who);
        };
    }

    private ProbeRun.End ran(ProbeOutcome outcome, String who) {
        String violation = task.violation();
        if (!violation.isEmpty()) {
            return new ProbeRun.Failed(violation);
        }
        return switch (outcome) {
            case null -> new ProbeRun.Failed(who + " of " + declaration.bundle() + " returned no outcome.");
            case ProbeOutcome.Completed done -> new ProbeRun.Completed();
            case ProbeOutcome.Skipped skipped -> new ProbeRun.Skipped(skipped.reason());
            case ProbeOutcome.Failed failed -> new ProbeRun.Failed(failed.reason());
        };
    }
}
