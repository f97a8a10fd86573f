// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.keys.ServerKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;
import org.rdpclinic.probes.internal.network.SideBySide;
import org.rdpclinic.probes.internal.network.TargetAddress;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;

/**
 * Starts TLS with one version at a time; asked where the client's TLS broke, or on loopback, where it costs nothing.
 * Where every ClientHello was dropped, sends one more with no suite that a server could take: a server that cannot
 * use its key drops that as well, any other sends an alert. Where outcomes differ, several servers may stand behind
 * the address, and the answer of one would be no evidence for another; so it is not asked there.
 */
public final class TlsVersionsProbe implements Probe {

    private static final List<TlsVersion> VERSIONS =
            List.copyOf(EnumSet.range(TlsVersion.TLS_1_0, TlsVersion.TLS_1_3));
    /** TLS_RSA_WITH_NULL_MD5 and TLS_RSA_EXPORT_WITH_RC4_40_MD5: known to Schannel, and long since switched off. */
    private static final List<Integer> HOPELESS_SUITES = List.of(0x0001, 0x0003);
    private static final String WITHOUT_COMMON_SUITE = "no-common-suite";
    private static final long WITH_TLS = ClientProfile.SSL | ClientProfile.HYBRID;

    /** What one version gave: established or not; empty when nothing can be said. */
    private record Trial(String version, Optional<Boolean> established) {
    }

    @Override
    public Applicability applicability(ProbeRequest request) {
        ClientAttempts made = ClientAttempts.of(request.observed());
        if (address(made, request).isPresent()) {
            return new Applicability.Ready();
        }
        return new Applicability.NotRelevant(made.establishedTlsAddress(request).isPresent()
                ? "TLS stands as the client starts it."
                : "The client did not come as far as TLS.");
    }

    private static Optional<TargetAddress> address(ClientAttempts made, ProbeRequest request) {
        return made.brokenTlsAddress(request).or(() -> made.establishedTlsAddress(request)
                .filter(address -> address.ip().isLoopbackAddress()));
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) throws InterruptedException {
        Optional<TargetAddress> found = address(ClientAttempts.of(request.observed()), request);
        if (found.isEmpty()) {
            return ProbeOutcome.skipped("TLS stands as the client starts it.");
        }
        TargetAddress address = found.get();
        List<Callable<Trial>> trials = new ArrayList<>();
        VERSIONS.forEach(version -> trials.add(() -> version(version, address, request)));
        ClientAttempts made = ClientAttempts.of(request.observed());
        boolean neverAsTheClient = made.establishedTlsAddress(request).isEmpty();
        if (neverAsTheClient && made.allEndAtHello()) {
            trials.add(() -> withoutCommonSuite(address, request));
        }
        List<Trial> results = SideBySide.run(SideBySide.CONNECTIONS, trials).subList(0, VERSIONS.size());
        // Where one connection broke before TLS, what the server can do stays unknown.
        if (results.stream().allMatch(trial -> trial.established().isPresent())) {
            List<String> works =
                    results.stream().filter(trial -> trial.established().get()).map(Trial::version).toList();
            request.observe(ServerKeys.TLS_VERSIONS, works, address.subject());
            if (neverAsTheClient) {
                request.observe(ServerKeys.OTHER_VERSION_WORKS,
                        !request.client().tlsVersions().containsAll(works), address.subject());
            }
        }
        return ProbeOutcome.completed();
    }

    private static Trial version(TlsVersion version, TargetAddress address, ProbeRequest request) {
        request.progress(version.toString());
        TlsOffer offer = ClientOffer.named(TlsOffer.only(version), request.target());
        Optional<TlsStep> step = start("tls-" + version.toString().substring("TLS ".length()), address, request,
                attempt -> attempt.startTls(offer, version.toString()));
        return new Trial(version.toString(), step.map(TlsStep::established));
    }

    private static Trial withoutCommonSuite(TargetAddress address, ProbeRequest request) {
        request.progress("no common suite");
        TlsOffer offer = ClientOffer.named(TlsOffer.only(TlsVersion.TLS_1_2).withCipherSuites(HOPELESS_SUITES),
                request.target());
        start("tls-" + WITHOUT_COMMON_SUITE, address, request,
                attempt -> attempt.sendHello(offer, WITHOUT_COMMON_SUITE));
        return new Trial("", Optional.empty());
    }

    /** A step of an attempt that has come as far as TLS. */
    private interface Handshake {
        Optional<TlsStep> with(Attempt attempt);
    }

    private static Optional<TlsStep> start(String id, TargetAddress address, ProbeRequest request, Handshake tls) {
        Attempt.Opening opening = Attempt.open(id, Purpose.CAPABILITY, address, request);
        if (opening.attempt().isEmpty()) {
            return Optional.empty();
        }
        try (Attempt attempt = opening.attempt().get()) {
            Optional<NegotiationStep> negotiated = attempt.negotiate(request.client().protocols() | WITH_TLS);
            if (negotiated.isEmpty()) {
                return Optional.empty();
            }
            if (!negotiated.get().startsTls()) {
                attempt.end(AttemptEnd.NEGOTIATE);
                return Optional.empty();
            }
            Optional<TlsStep> step = tls.with(attempt);
            attempt.end(step.map(each -> each.ending().isEmpty() ? AttemptEnd.NONE : AttemptEnd.TLS)
                    .orElse(AttemptEnd.STOPPED));
            return step;
        }
    }
}
