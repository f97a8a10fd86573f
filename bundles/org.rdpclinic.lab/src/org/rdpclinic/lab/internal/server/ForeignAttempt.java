// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;

import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.HostState;
import org.rdpclinic.lab.internal.state.PathFile;
import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.x224.ConnectionRequest;
import org.rdpclinic.rdp.x224.SecurityProtocol;

/**
 * An attempt of somebody else's mstsc some minutes ago, which each state begins with: the clinic's own attempts are
 * evidence of nothing. It is decided as any connection is, and leaves what it would have left in the logs.
 */
public final class ForeignAttempt {

    private static final Duration AGO = Duration.ofMinutes(10);
    private static final String ADDRESS = "192.0.2.44";
    private static final int PORT = 51712;

    private ForeignAttempt() {
    }

    /**
     * Writes the attempt into the logs of each host that it would have reached.
     *
     * @param folder  the start state
     * @param members name of the folder of further members
     * @param clock   the attempt was made some minutes before
     */
    public static void play(Path folder, String members, Clock clock) throws HostException {
        PathFile.Content path = new PathFile(folder.resolve("path.json")).read();
        if (path.forwarder().isPresent() && path.forwarder().get() == PathFile.Behind.DOWN) {
            return;
        }
        for (Member member : Member.all(folder, members)) {
            play(member, path.target().port(), clock);
        }
    }

    private static void play(Member member, int port, Clock clock) throws HostException {
        HostState state = member.host().read();
        if (!(Port.of(state, port) instanceof Port.RemoteDesktop)) {
            return;
        }
        WindowsLog log = new WindowsLog(member.host().events(), clock.instant().minus(AGO), ADDRESS, PORT);
        log.accepted();
        long inUse = state.sessions().inUse(0);
        switch (Negotiation.of(state, inUse, ConnectionRequest.offering(SecurityProtocol.MSTSC))) {
            case Negotiation.Closed closed -> log.closed(closed.reason());
            case Negotiation.Refused refused -> log.refused(refused.answer());
            case Negotiation.Agreed agreed -> secure(state, log);
        }
    }

    private static void secure(HostState state, WindowsLog log) throws HostException {
        switch (Handshake.of(state, EnumSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), CipherSuites.WINDOWS_11)) {
            case Handshake.Reset reset -> log.reset(reset.reason());
            case Handshake.Alerted alerted -> log.alerted(alerted.alert(), alerted.version());
            case Handshake.Served served -> {
                log.secured();
                log.authenticated("mara", "CLINIC");
            }
        }
    }
}
