// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import javax.management.openmbean.CompositeData;
import org.rdpclinic.api.diagnosis.RankedCause;

/** A cause in a diagnosis. Not a record: an MXBean of Java 21 takes an open type from getters. */
public final class CauseData {

    private final String id;
    private final String title;
    private final double probability;
    private final String standing;

    private CauseData(String id, String title, double probability, String standing) {
        this.id = id;
        this.title = title;
        this.probability = probability;
        this.standing = standing;
    }

    /** Of a cause in a case. */
    public static CauseData of(RankedCause cause) {
        return new CauseData(cause.cause(), cause.title(), cause.probability(), cause.standing().id());
    }

    /** As a client receives it. */
    public static CauseData from(CompositeData data) {
        return new CauseData((String) data.get("id"), (String) data.get("title"), (Double) data.get("probability"),
                (String) data.get("standing"));
    }

    /** Its id. */
    public String getId() {
        return id;
    }

    /** The cause in words. */
    public String getTitle() {
        return title;
    }

    /** 0.01 to 0.99. */
    public double getProbability() {
        return probability;
    }

    /** {@code named}, {@code undecided} or {@code possible}. */
    public String getStanding() {
        return standing;
    }
}
