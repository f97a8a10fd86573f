// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.util.Date;

/** A case: one that runs, or one that was kept. Before its end the diagnosis says nothing. */
@Description("A case of RDP Clinic: one problem, what was observed, and the diagnosis")
public interface CaseMXBean {

    /** Its id. */
    @Description("Id of the case: the name of its folder")
    String getId();

    /** When it was opened. */
    @Description("When the case was opened")
    Date getCreated();

    /** Where the user wants to connect. */
    @Description("Where the user wants to connect")
    String getTarget();

    /** Why it is no real host. */
    @Description("Empty for a real host; else why it is none, such as a scenario of the lab")
    String getOrigin();

    /** Whether its probes run. */
    @Description("Whether probes of the case are running in this clinic")
    boolean isRunning();

    /** What happens at the moment. */
    @Description("What is being done while the case runs; empty when it does not")
    String getProgress();

    /** The verdict. */
    @Description("The end in one word: problem, healthy or inconclusive; empty while the case runs")
    String getVerdict();

    /** Ids of the named causes. */
    @Description("Ids of the causes that are named, the likelier first")
    String[] getNamedCauses();

    /** The causes. */
    @Description("The causes with their probabilities, the likelier first")
    CauseData[] getCauses();

    /** The stages. */
    @Description("How far the clinic came at each stage of the connection")
    StageData[] getStages();

    /** How much was observed. */
    @Description("How many observations the case holds")
    int getObservationCount();

    /** The whole case as the command line prints it. */
    @Description("The whole case as JSON, in the form that the command line prints")
    String getDiagnosisJson();

    /** Cancels it. */
    @Description(value = "Cancels the case if it runs; what it has found so far is kept. Answers whether it was "
            + "running", acts = true)
    boolean cancel();
}
