// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.AttemptKeys;
import org.rdpclinic.api.keys.CertificateKeys;
import org.rdpclinic.api.probe.Applicability;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.probe.ProbeOutcome;
import org.rdpclinic.api.probe.ProbeRequest;

/** Judges the certificates that the client was served: their dates, their names, their strength. Sends nothing. */
public final class CertificateProbe implements Probe {

    @Override
    public Applicability applicability(ProbeRequest request) {
        return served(request.observed()).isEmpty()
                ? new Applicability.NotRelevant("No certificate was served.")
                : new Applicability.Ready();
    }

    private static List<Subject> served(Observations observed) {
        return observed.of(AttemptKeys.CERTIFICATE)
                .map(observation -> Subject.certificate((String) observation.value())).distinct().toList();
    }

    @Override
    public ProbeOutcome run(ProbeRequest request) {
        for (Subject certificate : served(request.observed())) {
            judgeDates(certificate, request);
            request.observed().find(CertificateKeys.NAMES, certificate)
                    .ifPresent(names -> judgeNames(names, certificate, request));
            judgeStrength(certificate, request);
        }
        return ProbeOutcome.completed();
    }

    private static void judgeDates(Subject certificate, ProbeRequest request) {
        Optional<Instant> begin = request.observed().find(CertificateKeys.NOT_BEFORE, certificate);
        Optional<Instant> end = request.observed().find(CertificateKeys.NOT_AFTER, certificate);
        if (begin.isPresent() && end.isPresent()) {
            request.observe(CertificateKeys.VALIDITY,
                    validity(begin.get(), end.get(), request.network().clock().instant()), certificate);
        }
    }

    /** Valid from the first to the last moment, both included (RFC 5280, 4.1.2.5). */
    static String validity(Instant begin, Instant end, Instant now) {
        if (now.isAfter(end)) {
            return "expired";
        }
        return now.isBefore(begin) ? "not-yet-valid" : "valid";
    }

    private static void judgeNames(List<String> names, Subject certificate, ProbeRequest request) {
        boolean matches = names.stream().anyMatch(name -> NameMatch.matches(name, request.target().host()));
        request.observe(CertificateKeys.NAME_MATCHES, matches, certificate);
        request.observe(CertificateKeys.NAME_VERDICT, nameVerdict(matches, request.client()), certificate);
    }

    private static String nameVerdict(boolean matches, ClientProfile client) {
        if (matches || client.authenticationLevel() == 0) {
            return "goes-on";
        }
        return client.refusesUnprovenServer() ? "refuses" : "warns";
    }

    private static void judgeStrength(Subject certificate, ProbeRequest request) {
        Observations observed = request.observed();
        Optional<String> algorithm = observed.find(CertificateKeys.KEY_ALGORITHM, certificate);
        Optional<Long> bits = observed.find(CertificateKeys.KEY_BITS, certificate);
        Optional<String> signature = observed.find(CertificateKeys.SIGNATURE_ALGORITHM, certificate);
        if (algorithm.isPresent() && bits.isPresent() && signature.isPresent()) {
            Strength strength = new Strength(algorithm.get(), bits.get(), signature.get());
            request.observe(CertificateKeys.STRENGTH, strength.weak() ? "weak" : "strong", certificate);
            request.observe(CertificateKeys.STRENGTH_VERDICT,
                    strength.refusedBy(request.client()) ? "refuses" : "goes-on", certificate);
        }
    }
}
