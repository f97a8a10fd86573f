// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.network.SideBySide;
import org.rdpclinic.probes.internal.network.TargetAddress;

/** Connects as the client does, once to each address that accepts. */
public final class ClientAttemptProbe implements Probe {

    /** A server that cannot use its credential says so within this time of its confirm, or waits for the hello. */
    private static final Duration PAUSE = Duration.ofMillis(30);

    @Override
    public Applicability applicability(ProbeRequest request) {
        return TargetAddress.accepting(request).isEmpty()
                ? new Applicability.NotRelevant("No address accepted a connection.")
                : new Applicability.Ready();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        ClientAttempt attempt = new ClientAttempt(request, PAUSE);
        List<Callable<AttemptEnd>> attempts = new ArrayList<>();
        for (TargetAddress address : TargetAddress.accepting(request)) {
            String id = "client-" + (attempts.size() + 1);
            attempts.add(() -> attempt.make(id, address));
        }
        SideBySide.run(SideBySide.CONNECTIONS, attempts);
        return ProbeOutcome.completed();
    }
}
