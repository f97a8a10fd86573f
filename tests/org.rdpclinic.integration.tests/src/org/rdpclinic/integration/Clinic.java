// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.Engine;
import org.rdpclinic.engine.RunListener;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.lab.LabRun;

/** The engine with our probes and knowledge, as the command line has it. */
final class Clinic implements AutoCloseable {

    /** On loopback what has not answered after this will not. */
    private static final Settings QUICK = Settings.DEFAULTS
            .with(ProbeSettings.CONNECT_TIMEOUT, Duration.ofMillis(250))
            .with(ProbeSettings.ANSWER_TIMEOUT, Duration.ofMillis(1500));

    private static final String LAB = "A state that the lab plays.";

    private final Engine engine;

    Clinic() throws Exception {
        engine = new Engine(OurContributions.load(), Clock.systemUTC());
    }

    /** A diagnosis of what the lab plays, from the wire alone. */
    Case diagnose(LabRun lab, Symptom symptom) throws InterruptedException {
        return engine.diagnose(CaseRequest.of(lab.target(), lab.client(), symptom)
                .withOrigin(LAB).withNetwork(lab.network()).withSettings(QUICK), listener());
    }

    /** A diagnosis of what the lab plays that looks into the simulated host as well. */
    Case diagnoseWithHost(LabRun lab) throws InterruptedException {
        return engine.diagnose(CaseRequest.of(lab.target(), lab.client(), Symptom.NONE)
                .withOrigin(LAB).withNetwork(lab.network()).withServerHost(lab.host().spec())
                .withSettings(QUICK), listener());
    }

    /** A diagnosis of a real server on loopback. */
    Case diagnose(int port, ClientProfile client) throws InterruptedException {
        return engine.diagnose(CaseRequest.of(Target.direct("127.0.0.1", port), client, Symptom.NONE)
                .withSettings(Settings.DEFAULTS), listener());
    }

    static ClientProfile mstsc() {
        return ClientProfiles.load().standard();
    }

    private static RunListener listener() {
        return new RunListener() { };
    }

    static List<String> named(Case aCase) {
        return aCase.diagnosis().named().stream().map(RankedCause::cause).toList();
    }

    static List<String> grouped(Case aCase) {
        return aCase.diagnosis().undecided().stream().map(UndecidedGroup::causes).flatMap(List::stream).toList();
    }

    /** What a failing test needs to say. */
    static String describe(Case aCase) {
        return aCase.diagnosis().verdict() + ", named " + named(aCase) + ", undecided " + grouped(aCase) + "\n"
                + aCase.diagnosis().causes().stream().map(cause -> cause.cause() + " " + cause.probability())
                        .collect(Collectors.joining("\n"))
                + "\n" + aCase.observations().all().stream()
                        .map(o -> o.key() + " = " + o.value() + " (" + o.subject() + ")")
                        .collect(Collectors.joining("\n"))
                + "\n" + aCase.runs();
    }

    @Override
    public void close() {
        engine.close();
    }
}
