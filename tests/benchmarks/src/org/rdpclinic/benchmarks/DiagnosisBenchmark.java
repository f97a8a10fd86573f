// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.knowledge.KnowledgeBase;
import org.rdpclinic.engine.diagnosis.Diagnostician;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.network.Network;
import org.rdpclinic.knowledge.network.NetworkReader;
import org.rdpclinic.report.JsonCaseCodec;

/**
 * A diagnosis of a host on loopback that the lab plays, each in a fresh process: how long the probes take from the first
 * observation to the last, and the whole command; and the diagnosis network alone, on what these probes observed.
 */
final class DiagnosisBenchmark implements Benchmark {

    private static final String SCENARIO = "certificate-expired";
    private static final int PROBLEM_DIAGNOSED = 1;
    private static final int NETWORK_ROUNDS = 200;
    private static final Symptom CODE = Symptom.ofCodes(OptionalLong.of(0x904), OptionalLong.of(7));

    @Override
    public List<String> measure(int rounds) throws Exception {
        Path home = Files.createTempDirectory("clinic-home");
        try {
            Path output = home.resolve("case.json");
            Timed.Command command = new Timed.Command(
                    List.of(Product.SCRIPT.toString(), "diagnose", "--lab", SCENARIO, "--json"), PROBLEM_DIAGNOSED,
                    Optional.of(output), Optional.of(home));
            command.millis();
            double[] whole = new double[rounds];
            double[] probing = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                whole[i] = command.millis();
                probing[i] = probing(read(output));
            }
            return List.of(
                    String.format(Locale.ROOT,
                            "diagnose: probes on loopback %.0f ms, whole command with the lab's host %.0f ms"
                                    + " (medians of %d fresh processes)",
                            Timed.median(probing), Timed.median(whole), rounds),
                    network(read(output)));
        } finally {
            Product.delete(home);
        }
    }

    private static Case read(Path output) throws Exception {
        return new JsonCaseCodec().decode(Files.readAllBytes(output), output.toString());
    }

    private static double probing(Case result) {
        Instant last = result.observations().all().stream().map(observation -> observation.at())
                .max(Instant::compareTo).orElseThrow();
        return Duration.between(result.created(), last).toNanos() / 1e6;
    }

    private static String network(Case result) throws IOException {
        Network network = NetworkReader.read(KnowledgeFiles.bundled(), NetworkReader.FILE,
                DiagnosisBenchmark::findKey);
        KnowledgeBase knowledge = KnowledgeBase.of(network.findings(), network.causes());
        double[] millis = new double[NETWORK_ROUNDS];
        for (int i = 0; i < NETWORK_ROUNDS; i++) {
            long begun = System.nanoTime();
            Diagnostician.diagnose(knowledge, CODE, result.observations(), result.diagnosis().stages(), List.of(),
                    true);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return String.format(Locale.ROOT, "diagnosis network: %.2f ms (median of %d), %.0f ms the first time",
                Timed.median(millis), NETWORK_ROUNDS, millis[0]);
    }

    private static Optional<ObservationKey<?>> findKey(String id) {
        for (ObservationKey<?> key : SharedKeys.ALL) {
            if (key.id().equals(id)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
