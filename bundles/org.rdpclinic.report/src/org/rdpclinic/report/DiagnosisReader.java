// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Advisory;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.NextProbe;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;
import org.rdpclinic.engine.cases.CaseException;

/** Reads the diagnosis in a case, whose observations are known already. */
final class DiagnosisReader {

    private final List<Observation> observations;

    DiagnosisReader(List<Observation> observations) {
        this.observations = observations;
    }

    Diagnosis read(JsonNode node) throws CaseException {
        Verdict verdict = node.field("verdict").parsed(text -> CaseReader.constant(Verdict.class, text));
        return new Diagnosis(verdict, each(node.field("causes"), this::cause),
                each(node.field("undecided"), DiagnosisReader::group), node.field("unexplained").number(),
                each(node.field("advisories"), this::advisory), each(node.field("next"), DiagnosisReader::next),
                each(node.field("stages"), DiagnosisReader::stage));
    }

    private interface Reader<V> {
        V read(JsonNode node) throws CaseException;
    }

    private static <V> List<V> each(JsonNode list, Reader<V> reader) throws CaseException {
        List<V> values = new ArrayList<>();
        for (JsonNode node : list.list()) {
            values.add(reader.read(node));
        }
        return values;
    }

    private RankedCause cause(JsonNode node) throws CaseException {
        node.only(List.of("id", "title", "probability", "standing", "for", "against", "missing", "remedies"));
        return new RankedCause(node.field("id").text(), node.field("title").text(),
                probability(node.field("probability")),
                node.field("standing").parsed(text -> CaseReader.constant(RankedCause.Standing.class, text)),
                each(node.field("for"), this::finding), each(node.field("against"), this::finding),
                each(node.field("missing"), this::finding), node.field("remedies").texts());
    }

    private static double probability(JsonNode node) throws CaseException {
        double number = node.number();
        if (!(number >= 0 && number <= 1)) {
            throw node.wrong("is no probability");
        }
        return number;
    }

    private WeighedFinding finding(JsonNode node) throws CaseException {
        node.only(List.of("finding", "says", "weight", "observations"));
        return new WeighedFinding(node.field("finding").text(), node.field("says").text(),
                node.field("weight").number(), pointed(node.field("observations")));
    }

    private Advisory advisory(JsonNode node) throws CaseException {
        node.only(List.of("finding", "says", "advice", "observations"));
        return new Advisory(node.field("finding").text(), node.field("says").text(), node.textOf("advice"),
                pointed(node.field("observations")));
    }

    private List<Observation> pointed(JsonNode list) throws CaseException {
        return each(list, index -> {
            long place = index.whole();
            if (place < 0 || place >= observations.size()) {
                throw index.wrong("points at observation " + place + ", which is not there");
            }
            return observations.get((int) place);
        });
    }

    private static UndecidedGroup group(JsonNode node) throws CaseException {
        node.only(List.of("causes", "probability", "decidedBy"));
        return new UndecidedGroup(node.field("causes").texts(), probability(node.field("probability")),
                each(node.field("decidedBy"), DiagnosisReader::decider));
    }

    private static UndecidedGroup.Decider decider(JsonNode node) throws CaseException {
        node.only(List.of("where", "keys", "probe"));
        return new UndecidedGroup.Decider(node.field("where").text(), node.field("keys").texts(),
                node.field("probe").text());
    }

    private static NextProbe next(JsonNode node) throws CaseException {
        node.only(List.of("probe", "finding", "gain", "needs"));
        return new NextProbe(node.field("probe").text(), node.field("finding").text(), node.field("gain").number(),
                node.textOf("needs"));
    }

    private static StageRow stage(JsonNode node) throws CaseException {
        node.only(List.of("stage", "address", "outcome", "millis", "detail"));
        Optional<JsonNode> millis = node.find("millis");
        Optional<Duration> time = millis.isEmpty() ? Optional.empty() : Optional.of(CaseReader.time(millis.get()));
        return new StageRow(node.field("stage").parsed(CaseReader::stage), node.textOf("address"),
                node.field("outcome").parsed(text -> CaseReader.constant(StageRow.Outcome.class, text)), time,
                node.textOf("detail"));
    }
}
