// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rdpclinic.api.Durations;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.Diagnosis;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.rdpclinic.api.diagnosis.RankedCause.Standing;
import org.rdpclinic.api.diagnosis.StageRow;
import org.rdpclinic.api.diagnosis.UndecidedGroup;
import org.rdpclinic.api.diagnosis.WeighedFinding;

/**
 * A case as one HTML file that needs nothing else: to mail, to print, to keep. It tells what {@link TextReport} tells,
 * and holds every observation and every probe.
 */
public final class HtmlReport {

    private final Titles titles;

    /** A report with titles for the ids in a case. */
    public HtmlReport(Titles titles) {
        this.titles = Objects.requireNonNull(titles, "titles");
    }

    /** Writes a case. */
    public String write(Case c) {
        Summary summary = new Summary(c, titles);
        Diagnosis diagnosis = c.diagnosis();
        HtmlPage page = new HtmlPage("RDP Clinic: " + c.target() + ", " + diagnosis.verdict().id());
        page.open("h1", "").open("span", diagnosis.verdict().id()).text(summary.word() + ": ").close("span")
                .text(summary.sentence()).close("h1");
        page.terms(summary.lines().entrySet().stream().map(line -> List.of(line.getKey(), line.getValue())).toList());
        causes(page, diagnosis, summary);
        stages(page, diagnosis.stages());
        toDo(page, diagnosis);
        questions(page, Questions.of(c).open());
        facts(page, c);
        observations(page, c);
        probes(page, c);
        page.element("p", "dim", "Made by RDP Clinic from the case " + c.id() + ".");
        return page.end();
    }

    private void causes(HtmlPage page, Diagnosis diagnosis, Summary summary) {
        page.element("h2", "", "Causes");
        for (UndecidedGroup group : diagnosis.undecided()) {
            page.element("p", "inconclusive", "The evidence at hand cannot split "
                    + Words.and(group.causes().stream().map(summary::title).toList()) + " ("
                    + Words.percent(group.probability()) + " together).");
            page.open("ul", "");
            for (UndecidedGroup.Decider decider : group.decidedBy()) {
                page.element("li", "", Words.capital(Words.places(decider.where())) + " would decide, by the probe "
                        + titles.probe(decider.probe()) + ": " + String.join(", ", decider.keys()) + ".");
            }
            page.close("ul");
        }
        diagnosis.causes().forEach(cause -> cause(page, cause));
        page.open("p", "").text("Something that the clinic does not know: ")
                .meter(diagnosis.unexplained(), Words.percent(diagnosis.unexplained())).close("p");
        page.element("p", "dim", "× 20: this finding makes the cause 20 times as likely against the rest; ÷ 20: that "
                + "much less.");
    }

    private static void cause(HtmlPage page, RankedCause cause) {
        page.open("div", "cause").open("h3", "").open("span", "").text(cause.title() + " ")
                .element("small", "dim", cause.standing().id()).close("span")
                .meter(cause.probability(), Words.percent(cause.probability())).close("h3");
        List<List<String>> rows = new ArrayList<>();
        cause.supporting().forEach(finding -> rows.add(row("for", finding, Words.factor(finding.weight()))));
        cause.opposing().forEach(finding -> rows.add(row("against", finding, Words.factor(finding.weight()))));
        if (cause.standing() != Standing.POSSIBLE) {
            cause.missing().forEach(finding -> rows.add(row("not known", finding, "")));
        }
        if (!rows.isEmpty()) {
            page.table(List.of("", "Finding", "Weight", "Seen in"), rows);
        }
        page.close("div");
    }

    private static List<String> row(String side, WeighedFinding finding, String weight) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        finding.observations().forEach(observation -> subjects
                .computeIfAbsent(observation.key() + " = " + Words.value(observation), seen -> new ArrayList<>())
                .add(observation.subject().toString()));
        List<String> seen = new ArrayList<>();
        subjects.forEach((fact, about) -> seen.add(fact + " (" + String.join(", ", about) + ")"));
        return List.of(side, Words.sentence(finding.says()), weight, String.join("; ", seen));
    }

    private static void stages(HtmlPage page, List<StageRow> stages) {
        page.element("h2", "", "How far a connection comes").open("div", "scroll").open("table", "")
                .open("thead", "").open("tr", "");
        List.of("Stage", "Address", "Outcome", "Time", "What was seen")
                .forEach(header -> page.element("th", "", header));
        page.close("tr").close("thead").open("tbody", "");
        for (StageRow row : stages) {
            page.open("tr", "").element("td", "", row.stage().title()).element("td", "", row.address())
                    .element("td", row.outcome().id(), Words.outcome(row.outcome()))
                    .element("td", "number", row.time().map(Durations::format).orElse(""))
                    .element("td", "", row.detail()).close("tr");
        }
        page.close("tbody").close("table").close("div");
    }

    private void toDo(HtmlPage page, Diagnosis diagnosis) {
        Set<String> remedies = new LinkedHashSet<>();
        diagnosis.named().forEach(cause -> remedies.addAll(cause.remedies()));
        if (!remedies.isEmpty()) {
            page.element("h2", "", "What mends it, the best first").open("ol", "");
            remedies.forEach(remedy -> page.element("li", "", titles.remedy(remedy)));
            page.close("ol");
        }
        if (!diagnosis.advisories().isEmpty()) {
            page.element("h2", "", "Worth mending besides; it explains no failure here").open("ul", "");
            diagnosis.advisories().forEach(advisory -> page.element("li", "",
                    (Words.sentence(advisory.says()) + " " + Words.sentence(advisory.advice())).strip()));
            page.close("ul");
        }
        if (!diagnosis.next().isEmpty()) {
            page.element("h2", "", "What would tell most next").open("ul", "");
            diagnosis.next().forEach(next -> page.element("li", "", titles.probe(next.probe())
                    + (next.needs().isEmpty() ? "."
                            : "; it lacks " + Summary.sentenceEnd(Words.places(next.needs())))));
            page.close("ul");
        }
    }

    private static void questions(HtmlPage page, List<Questions.Question> questions) {
        if (!questions.isEmpty()) {
            page.element("h2", "", "What only you can tell").open("ul", "");
            questions.forEach(question -> page.element("li", "", question.text() + " (" + question.option() + ")"));
            page.close("ul");
        }
    }

    private static void facts(HtmlPage page, Case c) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Target", c.target().address().toString()));
        c.target().gateway().ifPresent(gateway -> facts.add(List.of("Gateway", gateway.toString())));
        facts.add(List.of("Client", c.client().title() + " (" + c.client().id() + ")"));
        if (c.symptom().isGiven()) {
            facts.add(List.of("You saw", Words.symptom(c.symptom())));
        }
        facts.add(List.of("Opened", Words.time(c.created())));
        page.element("h2", "", "The case").terms(facts);
    }

    private void observations(HtmlPage page, Case c) {
        page.element("h2", "", "Observations").table(List.of("Key", "Value", "About", "Seen in", "Probe", "At"),
                c.observations().all().stream().map(o -> List.of(o.key().id(), Words.value(o), o.subject().toString(),
                        o.source(), titles.probe(o.probe()), Words.time(o.at()))).toList());
    }

    private void probes(HtmlPage page, Case c) {
        page.element("h2", "", "Probes").table(List.of("Probe", "How it ended", "Time", "Why"),
                c.runs().stream().map(run -> List.of(titles.probe(run.probe()),
                        run.end().status().replace('-', ' '), Durations.format(run.time()),
                        (run.end().reason() + " " + run.end().advice()).strip())).toList());
    }
}
