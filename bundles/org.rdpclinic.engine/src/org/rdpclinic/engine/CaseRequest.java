// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.probe.Network;
import org.rdpclinic.api.settings.Settings;

/**
 * What is to be diagnosed, and with what.
 *
 * @param origin         empty for a real host; else a sentence that says why this is none, such as a lab scenario. The
 *                       pace is kept for real hosts only
 * @param target         where the user wants to connect
 * @param client         the client that fails
 * @param symptom        what the user saw
 * @param network        the way to the net
 * @param clientHostSpec the client host to look into, if one was given
 * @param serverHostSpec the server host to look into, if one was given
 * @param only           ids of the probes to run, with those whose keys they need; empty for all
 * @param skip           ids of probes not to run
 * @param offline        whether nothing may be sent
 * @param settings       the settings in force
 */
public record CaseRequest(String origin, Target target, ClientProfile client, Symptom symptom, Network network,
        Optional<String> clientHostSpec, Optional<String> serverHostSpec, Set<String> only, Set<String> skip,
        boolean offline, Settings settings) {

    /** Checks the parts and copies the sets. */
    public CaseRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(clientHostSpec, "clientHostSpec");
        Objects.requireNonNull(serverHostSpec, "serverHostSpec");
        only = Set.copyOf(only);
        skip = Set.copyOf(skip);
        Objects.requireNonNull(settings, "settings");
    }

    /** A real target over the system's network, with every probe and default settings. */
    public static CaseRequest of(Target target, ClientProfile client, Symptom symptom) {
        return new CaseRequest("", target, client, symptom, new SystemNetwork(), Optional.empty(), Optional.empty(),
                Set.of(), Set.of(), false, Settings.DEFAULTS);
    }

    /** The same, saying why this is no real host. */
    public CaseRequest withOrigin(String sentence) {
        return new CaseRequest(sentence, target, client, symptom, network, clientHostSpec, serverHostSpec, only, skip,
                offline, settings);
    }

    /** The same over another network. */
    public CaseRequest withNetwork(Network other) {
        return new CaseRequest(origin, target, client, symptom, other, clientHostSpec, serverHostSpec, only, skip,
                offline, settings);
    }

    /** The same, looking into a client host. */
    public CaseRequest withClientHost(String spec) {
        return new CaseRequest(origin, target, client, symptom, network, Optional.of(spec), serverHostSpec, only, skip,
                offline, settings);
    }

    /** The same, looking into a server host. */
    public CaseRequest withServerHost(String spec) {
        return new CaseRequest(origin, target, client, symptom, network, clientHostSpec, Optional.of(spec), only, skip,
                offline, settings);
    }

    /** The same with only these probes, and those whose keys they need. */
    public CaseRequest withOnly(Set<String> probes) {
        return new CaseRequest(origin, target, client, symptom, network, clientHostSpec, serverHostSpec, probes, skip,
                offline, settings);
    }

    /** The same without these probes. */
    public CaseRequest withSkip(Set<String> probes) {
        return new CaseRequest(origin, target, client, symptom, network, clientHostSpec, serverHostSpec, only, probes,
                offline, settings);
    }

    /** The same, sending nothing, or sending after all. */
    public CaseRequest withOffline(boolean nothingSent) {
        return new CaseRequest(origin, target, client, symptom, network, clientHostSpec, serverHostSpec, only, skip,
                nothingSent, settings);
    }

    /** The same with other settings. */
    public CaseRequest withSettings(Settings other) {
        return new CaseRequest(origin, target, client, symptom, network, clientHostSpec, serverHostSpec, only, skip,
                offline, other);
    }
}
