// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.probes.internal.network.SideBySide;
import org.rdpclinic.probes.internal.network.TargetAddress;

/** Connects as the client does several times more, to see whether outcomes differ. */
public final class StabilityProbe implements Probe {

    @Override
    public Applicability applicability(ProbeRequest request) {
        ClientAttempts made = ClientAttempts.of(request.observed());
        if (TargetAddress.accepting(request).isEmpty() || made.count() == 0) {
            return new Applicability.NotRelevant("There was no connection to repeat.");
        }
        if (!made.some(NegotiationKeys.OUTCOME,
                List.of("selected", "failure", "confirm-only", "closed", "reset", "silent"))) {
            return new Applicability.NotRelevant("What answers is not RDP.");
        }
        return new Applicability.Ready();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        List<TargetAddress> addresses = TargetAddress.accepting(request);
        long wanted = request.settings().get(ProbeSettings.ATTEMPTS);
        ClientAttempt attempt = new ClientAttempt(request, Duration.ZERO);
        int made = ClientAttempts.of(request.observed()).count();
        if (made >= wanted) {
            return ProbeOutcome.skipped("The connection was made often enough already.");
        }
        while (made < wanted && !request.isCancelled()) {
            List<Callable<AttemptEnd>> some = new ArrayList<>();
            for (; some.size() < SideBySide.CONNECTIONS && made < wanted; made++) {
                String id = "client-" + (made + 1);
                TargetAddress address = addresses.get(made % addresses.size());
                some.add(() -> attempt.make(id, address));
            }
            List<AttemptEnd> ends = SideBySide.run(SideBySide.CONNECTIONS, some);
            // One that begins to refuse is left alone; and one silence more says as much as five.
            if (ends.stream().anyMatch(end -> end.unconnected() || end.silent())) {
                return ProbeOutcome.completed();
            }
        }
        return ProbeOutcome.completed();
    }
}
