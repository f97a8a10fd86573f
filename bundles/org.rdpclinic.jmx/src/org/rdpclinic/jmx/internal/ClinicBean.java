// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.ContributionIssue;
import org.rdpclinic.engine.ProbeDeclaration;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.jmx.ClinicMXBean;
import org.rdpclinic.jmx.ClinicParts;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.CodeTables;
import org.rdpclinic.knowledge.codes.Explainer;
import org.rdpclinic.knowledge.codes.Explanation;
import org.rdpclinic.knowledge.codes.ParsedCode;
import org.rdpclinic.lab.LabOptions;
import org.rdpclinic.lab.LabRun;
import org.rdpclinic.lab.Scenario;
import org.rdpclinic.lab.Scenarios;
import org.rdpclinic.report.Json;
import org.rdpclinic.report.JsonExplanation;
import org.rdpclinic.report.TextExplanation;
import org.rdpclinic.report.TextStyle;

/** The clinic's own bean: reads what an operator typed, and hands it on. */
final class ClinicBean implements ClinicMXBean {

    private final ClinicParts parts;
    private final CaseDesk desk;
    private final Consumer<String> opened;
    private final Scenarios scenarios = Scenarios.load();
    private final Date started;

    ClinicBean(ClinicParts parts, CaseDesk desk, Consumer<String> opened) {
        this.parts = parts;
        this.desk = desk;
        this.opened = opened;
        this.started = Date.from(parts.clock().instant());
    }

    @Override
    public String getVersion() {
        return parts.version();
    }

    @Override
    public Date getStarted() {
        return new Date(started.getTime());
    }

    @Override
    public String[] getProbes() {
        return parts.contributions().probes().stream().map(ProbeDeclaration::id).toArray(String[]::new);
    }

    @Override
    public String[] getContributionIssues() {
        return parts.contributions().issues().stream().map(ContributionIssue::what).toArray(String[]::new);
    }

    @Override
    public String[] getScenarios() {
        return scenarios.all().stream().map(Scenario::id).toArray(String[]::new);
    }

    @Override
    public String[] getRunningCases() {
        return desk.running().stream().map(live -> live.content().id()).toArray(String[]::new);
    }

    @Override
    public String[] getCases() {
        return desk.shown().toArray(String[]::new);
    }

    @Override
    public Map<String, Long> getVerdictCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        desk.verdicts().forEach((verdict, count) -> counts.put(verdict.id(), count));
        return counts;
    }

    @Override
    public String getVerdictCountsJson() {
        return Json.write(getVerdictCounts());
    }

    @Override
    public String diagnose(String target, String code, String extended) {
        CaseRequest request = CaseRequest.of(Target.parse(text(target)), ClientProfiles.load().standard(),
                symptom(code, extended)).withSettings(parts.settings());
        return desk.open(request, () -> { }, opened);
    }

    @Override
    public String demonstrate(String scenario) {
        Scenario wanted = scenarios.find(text(scenario)).orElseThrow(() -> new IllegalArgumentException(
                "There is no scenario '" + text(scenario) + "'; the attribute Scenarios lists all."));
        LabRun play;
        try {
            play = LabRun.start(wanted, LabOptions.defaults().withClock(parts.clock()));
        } catch (HostException e) {
            throw new IllegalStateException(e.getMessage());
        }
        CaseRequest request = CaseRequest.of(play.target(), play.client(), Symptom.NONE).withNetwork(play.network())
                .withOrigin("The lab played " + wanted.id() + "; no real host was looked at.")
                .withSettings(parts.settings());
        return desk.open(request, play, opened);
    }

    @Override
    public boolean cancel(String caseId) {
        String id = text(caseId);
        Optional<LiveCase> running = desk.live(id).filter(LiveCase::isRunning);
        if (running.isEmpty() && !desk.shown().contains(id)) {
            throw new IllegalArgumentException("There is no case '" + id + "'; the attribute Cases lists all.");
        }
        running.ifPresent(LiveCase::cancel);
        return running.isPresent();
    }

    @Override
    public String explain(String code, String extended) {
        return new TextExplanation(TextStyle.PLAIN).write(explanation(code, extended), true);
    }

    @Override
    public String explainJson(String code, String extended) {
        return JsonExplanation.write(explanation(code, extended));
    }

    private static Explanation explanation(String code, String extended) {
        Explainer explainer = Explainer.load();
        ParsedCode.Number first = number(explainer.tables(), CodeKind.DISCONNECT, text(code));
        Optional<ParsedCode.Number> second = text(extended).isEmpty() ? Optional.empty()
                : Optional.of(number(explainer.tables(), CodeKind.EXTENDED, text(extended)));
        return explainer.explain(first, second);
    }

    private static Symptom symptom(String code, String extended) {
        CodeTables tables = CodeTables.load();
        return Symptom.ofCodes(given(tables, CodeKind.DISCONNECT, text(code)),
                given(tables, CodeKind.EXTENDED, text(extended)));
    }

    private static OptionalLong given(CodeTables tables, CodeKind kind, String typed) {
        return typed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(tables, kind, typed).value());
    }

    private static ParsedCode.Number number(CodeTables tables, CodeKind kind, String typed) {
        return switch (tables.parse(kind, typed)) {
            case ParsedCode.Number number -> number;
            case ParsedCode.Refused refused -> throw new IllegalArgumentException(refused.sentence());
        };
    }

    /** JConsole sends null for a field that was left empty. */
    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
