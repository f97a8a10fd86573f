// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.util.Date;
import java.util.Map;

/** The clinic: opens cases and tells what is there. Texts that are unknown are empty; null is never given. */
@Description("RDP Clinic: finds out why a Remote Desktop connection fails")
public interface ClinicMXBean {

    /** The version of this clinic. */
    @Description("Version of this clinic")
    String getVersion();

    /** When these beans were registered. */
    @Description("When this clinic was started")
    Date getStarted();

    /** Ids of the probes that can be used. */
    @Description("Ids of the probes that can be used; each has a bean of its own")
    String[] getProbes();

    /** What is wrong with contributions that cannot be used, a sentence each. */
    @Description("Contributions that cannot be used, with a sentence each")
    String[] getContributionIssues();

    /** Ids of the scenarios that {@link #demonstrate} takes. */
    @Description("Ids of the scenarios that the lab can play; see the operation demonstrate")
    String[] getScenarios();

    /** Ids of the cases that run, the oldest first. */
    @Description("Ids of the cases whose probes are running")
    String[] getRunningCases();

    /** Ids of the cases that have a bean. */
    @Description("Ids of the cases that have a bean: those that run, and the newest of those that were kept")
    String[] getCases();

    /** How many cases of this clinic ended in each verdict since it was started. */
    @Description("How many cases ended in each verdict since this clinic was started")
    Map<String, Long> getVerdictCounts();

    /** The same as JSON. */
    @Description("The attribute VerdictCounts as JSON")
    String getVerdictCountsJson();

    /**
     * Opens a case and starts to diagnose it.
     *
     * @return the id of the case, at once
     * @throws IllegalArgumentException with a sentence when an argument cannot be used
     * @throws IllegalStateException    with a sentence when too many cases run, or the case cannot be kept
     */
    @Description(value = "Opens a case and diagnoses it from the wire; answers at once with the id of the case. "
            + "Notifications tell how it goes", acts = true)
    String diagnose(
            @Named("target") @Description("Where Remote Desktop should connect to: HOST or HOST:PORT") String target,
            @Named("code") @Description("The code that the client showed, such as 0x904 or 2308; empty if unknown")
            String code,
            @Named("extended") @Description("The extended code that the client showed, such as 0x7; empty if unknown")
            String extended);

    /**
     * Plays a scenario of the lab in this process and diagnoses it; the case says that no real host was looked at.
     *
     * @return the id of the case, at once
     * @throws IllegalArgumentException with a sentence when there is no such scenario
     * @throws IllegalStateException    as {@link #diagnose}
     */
    @Description(value = "Has the lab play a fault on loopback and diagnoses that; answers at once with the id of the "
            + "case, which says that no real host was looked at", acts = true)
    String demonstrate(
            @Named("scenario") @Description("Id of the scenario, one of the attribute Scenarios") String scenario);

    /**
     * Cancels a case that runs; what it has found is kept.
     *
     * @return whether it was running
     * @throws IllegalArgumentException with a sentence when there is no such case
     */
    @Description(value = "Cancels a case that runs; what it has found so far is kept. Answers whether it was running",
            acts = true)
    boolean cancel(@Named("caseId") @Description("Id of the case, one of the attribute RunningCases") String caseId);

    /**
     * What codes mean, as text.
     *
     * @throws IllegalArgumentException with a sentence when a code cannot be read
     */
    @Description("Explains the numbers of a client's dialog, as text")
    String explain(
            @Named("code") @Description("The code, such as 0x904 or 2308") String code,
            @Named("extended") @Description("The extended code, such as 0x7; empty if there is none")
            String extended);

    /**
     * What codes mean, as JSON.
     *
     * @throws IllegalArgumentException with a sentence when a code cannot be read
     */
    @Description("Explains the numbers of a client's dialog, as JSON")
    String explainJson(
            @Named("code") @Description("The code, such as 0x904 or 2308") String code,
            @Named("extended") @Description("The extended code, such as 0x7; empty if there is none")
            String extended);
}
