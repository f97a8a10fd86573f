// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.example;

import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

// listing: probe
/** Says whether the name still leads to the network that this site has given up: 192.0.2.0/24 (RFC 5737). */
public final class RetiredNetworkProbe implements Probe {

    private static final String RETIRED = "192.0.2.";

    private static final ObservationKey<Boolean> IS_RETIRED = ObservationKey.of("example.retired-network",
            ValueType.BOOLEAN, "Whether an address of the target lies in the network that this site has given up.");

    @Override
    public ProbeOutcome run(ProbeRequest request) {
        Optional<List<String>> addresses = request.observed().find(NameKeys.ADDRESSES, Subject.PATH);
        if (addresses.isEmpty()) {
            return ProbeOutcome.skipped("The name has no address.");
        }
        boolean retired = addresses.get().stream().anyMatch(address -> address.startsWith(RETIRED));
        request.observe(IS_RETIRED, retired, Subject.PATH);
        return ProbeOutcome.completed();
    }
}
// end
