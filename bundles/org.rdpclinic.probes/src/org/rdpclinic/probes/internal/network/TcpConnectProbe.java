// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.rdpclinic.api.keys.PathKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;
import org.rdpclinic.api.settings.ProbeSettings;

/** Connects to each address by TCP, and closes again. */
public final class TcpConnectProbe implements Probe {

    @Override
    public Applicability applicability(ProbeRequest request) {
        return TargetAddress.resolved(request).isEmpty()
                ? new Applicability.NotRelevant("The name has no address to connect to.")
                : new Applicability.Ready();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        List<Callable<Void>> connects = TargetAddress.resolved(request).stream()
                .<Callable<Void>>map(address -> () -> connect(address, request)).toList();
        SideBySide.run(TargetAddress.MOST, connects);
        return ProbeOutcome.completed();
    }

    private static Void connect(TargetAddress address, ProbeRequest request) {
        request.observe(PathKeys.ADDRESS_KIND, AddressKind.of(address.ip()).id(), address.subject());
        request.progress(address.toString());
        Duration wanted = request.settings().get(ProbeSettings.CONNECT_TIMEOUT);
        boolean cutShort = Waiting.isCutShort(wanted, request);
        TcpOutcome outcome =
                request.network().connect(address.socketAddress(), Waiting.atMost(wanted, request), request);
        if (outcome instanceof TcpOutcome.Accepted accepted) {
            close(accepted.socket());
            request.observe(TcpKeys.CONNECT_TIME, accepted.connectTime(), address.subject());
        }
        if (!request.isCancelled() && !(cutShort && outcome instanceof TcpOutcome.Silent)) {
            request.observe(TcpKeys.OUTCOME, TcpOutcomes.id(outcome), address.subject());
        }
        return null;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has said what it had to say.
        }
    }
}
