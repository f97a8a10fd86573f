// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;

/** A codec as strict as the real one: a version, the case, and an end without which it was cut short. */
final class PlainCodec implements CaseCodec {

    static final Instant CREATED = Instant.parse("2026-11-21T04:45:30Z");
    private static final ClientProfile CLIENT =
            new ClientProfile("mstsc-test", "A client", 0xB, List.of("TLS 1.2"), 2, 1024, false, true);

    static Case of(String id, Target target, String origin) {
        return new Case(id, CREATED, origin, target, CLIENT, Symptom.NONE, Observations.EMPTY, List.of(),
                new Diagnosis(Verdict.HEALTHY, List.of(), List.of(), 0, List.of(), List.of(), List.of()));
    }

    @Override
    public byte[] encode(Case content) {
        return ("1|" + content.id() + "|" + content.target().address() + "|" + content.origin() + "|end")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Case decode(byte[] json, String name) throws CaseException {
        String[] parts = new String(json, StandardCharsets.UTF_8).split("\\|", -1);
        if (parts[0].equals("2")) {
            throw new CaseException("The case " + name + " was kept by a newer clinic.");
        }
        if (parts.length != 5 || !parts[4].equals("end")) {
            throw new CaseException("The case " + name + " is damaged.");
        }
        return of(parts[1], Target.parse(parts[2]), parts[3]);
    }
}
