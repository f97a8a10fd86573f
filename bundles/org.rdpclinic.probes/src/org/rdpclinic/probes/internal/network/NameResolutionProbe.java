// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.probe.Network.Resolution;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Makes addresses of the name that was dialled. */
public final class NameResolutionProbe implements Probe {

    @Override
    public ProbeOutcome run(ProbeRequest request) {
        String host = request.target().host();
        LiteralAddress.Kind kind = LiteralAddress.kindOf(host);
        request.observe(NameKeys.DIALLED, host, Subject.PATH);
        request.observe(NameKeys.KIND, kind.name().toLowerCase(Locale.ROOT), Subject.PATH);
        request.progress(host);
        switch (request.network().resolve(host)) {
            case Resolution.Addresses found -> {
                List<String> addresses =
                        found.addresses().stream().map(InetAddress::getHostAddress).distinct().toList();
                request.observe(NameKeys.RESOLVED, true, Subject.PATH);
                request.observe(NameKeys.ADDRESSES, addresses, Subject.PATH);
            }
            case Resolution.Unresolved unresolved -> {
                // An address that cannot be read is no fault of name resolution.
                request.observe(NameKeys.RESOLVED, kind != LiteralAddress.Kind.NAME, Subject.PATH);
                request.observe(NameKeys.ERROR, unresolved.reason(), Subject.PATH);
            }
        }
        return ProbeOutcome.completed();
    }
}
