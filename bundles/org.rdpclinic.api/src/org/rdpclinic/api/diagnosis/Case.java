// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;

/**
 * One problem under treatment, as it stands at one moment.
 *
 * @param id           name of the case's folder: lower-case letters, digits and hyphens
 * @param created      when it was opened
 * @param origin       empty, or a sentence that says why this is no real host, such as a lab scenario
 * @param target       where the user wants to connect
 * @param client       the client that fails
 * @param symptom      what the user saw
 * @param observations what was observed
 * @param runs         how the probes went
 * @param diagnosis    what the evidence says
 */
public record Case(String id, Instant created, String origin, Target target, ClientProfile client, Symptom symptom,
        Observations observations, List<ProbeRun> runs, Diagnosis diagnosis) {

    /** Copies the list. */
    public Case {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(observations, "observations");
        runs = List.copyOf(runs);
        Objects.requireNonNull(diagnosis, "diagnosis");
    }
}
