// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.api.probe.TcpOutcome;

/** What a probe gets that did not declare that it needs the network: nothing is sent. */
record OfflineNetwork(Network inner) implements Network {

    private static final String REASON = "The probe does not declare that it needs the network, so nothing is sent.";

    @Override
    public Resolution resolve(String name) {
        return new Resolution.Unresolved(REASON);
    }

    @Override
    public TcpOutcome connect(InetSocketAddress address, Duration timeout, ProbeRequest request) {
        return new TcpOutcome.Unreachable(REASON);
    }

    @Override
    public boolean isLocal(InetAddress address) {
        return inner.isLocal(address);
    }

    @Override
    public Clock clock() {
        return inner.clock();
    }
}
