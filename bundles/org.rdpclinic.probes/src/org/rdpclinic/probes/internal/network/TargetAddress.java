// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.api.keys.TcpKeys;
import org.rdpclinic.api.probe.ProbeRequest;

/**
 * One address of the target, with the port dialled.
 *
 * @param ip   the address
 * @param port 1 to 65535
 */
public record TargetAddress(InetAddress ip, int port) {

    /** More addresses than these of one target are not looked at. */
    public static final int MOST = 4;

    /** Checks that the address is there. */
    public TargetAddress {
        Objects.requireNonNull(ip, "ip");
    }

    /** The addresses that the name became, in the resolver's order, at most {@link #MOST}. */
    public static List<TargetAddress> resolved(ProbeRequest request) {
        return request.observed().findAny(NameKeys.ADDRESSES).orElse(List.of()).stream().distinct().limit(MOST)
                .flatMap(literal -> read(literal, request.target().port()).stream()).toList();
    }

    /** Those of them that accepted a TCP connection. */
    public static List<TargetAddress> accepting(ProbeRequest request) {
        return resolved(request).stream().filter(address -> request.observed()
                .find(TcpKeys.OUTCOME, address.subject()).filter("accepted"::equals).isPresent()).toList();
    }

    private static Optional<TargetAddress> read(String literal, int port) {
        try {
            // A literal address: this asks no resolver.
            return Optional.of(new TargetAddress(InetAddress.getByName(literal), port));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** What a socket connects to. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(ip, port);
    }

    /** The subject of what is observed about it. */
    public Subject subject() {
        return Subject.address(toString());
    }

    /** {@code 192.0.2.1:3389} or {@code [2001:db8::1]:3389}. */
    @Override
    public String toString() {
        return new HostPort(ip.getHostAddress(), port).toString();
    }
}
