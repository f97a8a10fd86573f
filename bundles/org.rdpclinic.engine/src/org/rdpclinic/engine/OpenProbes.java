// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.rdpclinic.api.diagnosis.ProbeRun;
import org.rdpclinic.engine.diagnosis.OpenProbe;

/**
 * The probes that could still tell something: those that did not run, and lack nothing but what a user can give. One
 * that lacks a key of another probe would lack it again.
 */
final class OpenProbes {

    private final Map<String, ProbeRun> runs;
    private final boolean offline;

    private OpenProbes(List<ProbeDeclaration> probes, List<ProbeRun> runs) {
        this.runs = runs.stream().collect(Collectors.toMap(ProbeRun::probe, Function.identity(), (a, b) -> b));
        this.offline = probes.stream().filter(ProbeDeclaration::needsNetwork)
                .noneMatch(probe -> Optional.ofNullable(this.runs.get(probe.id())).filter(this::hasRun).isPresent());
    }

    static List<OpenProbe> of(List<ProbeDeclaration> probes, List<ProbeRun> runs) {
        OpenProbes open = new OpenProbes(probes, runs);
        List<OpenProbe> list = new ArrayList<>();
        for (ProbeDeclaration probe : probes) {
            open.lacks(probe).ifPresent(
                    lacks -> list.add(new OpenProbe(probe.id(), probe.observes(), lacks, probe.cost().weight())));
        }
        return List.copyOf(list);
    }

    /** What it lacks, in text; an empty text when it could run at once; nothing when it is not open. */
    private Optional<String> lacks(ProbeDeclaration probe) {
        ProbeRun run = runs.get(probe.id());
        if (run != null && hasRun(run)) {
            return Optional.empty();
        }
        String facets = probe.needs().stream().filter(Need.HostFacet.class::isInstance).map(Need::text)
                .collect(Collectors.joining(", "));
        if (run != null && run.end() instanceof ProbeRun.Blocked && facets.isEmpty()) {
            return offline && probe.needsNetwork() ? Optional.of(new Need.Net().text()) : Optional.empty();
        }
        return Optional.of(facets);
    }

    private boolean hasRun(ProbeRun run) {
        return switch (run.end()) {
            case ProbeRun.Completed e -> true;
            case ProbeRun.Skipped e -> true;
            case ProbeRun.Failed e -> true;
            case ProbeRun.TimedOut e -> true;
            case ProbeRun.NotRelevant e -> true;
            case ProbeRun.Blocked e -> false;
            case ProbeRun.Cancelled e -> false;
        };
    }
}
