// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.time.Duration;
import javax.management.openmbean.CompositeData;
import org.rdpclinic.api.diagnosis.StageRow;

/** A stage in a diagnosis. Not a record: an MXBean of Java 21 takes an open type from getters. */
public final class StageData {

    private final String stage;
    private final String address;
    private final String outcome;
    private final long millis;
    private final String detail;

    private StageData(String stage, String address, String outcome, long millis, String detail) {
        this.stage = stage;
        this.address = address;
        this.outcome = outcome;
        this.millis = millis;
        this.detail = detail;
    }

    /** Of a stage in a case. */
    public static StageData of(StageRow row) {
        return new StageData(row.stage().id(), row.address(), row.outcome().id(),
                row.time().map(Duration::toMillis).orElse(-1L), row.detail());
    }

    /** As a client receives it. */
    public static StageData from(CompositeData data) {
        return new StageData((String) data.get("stage"), (String) data.get("address"), (String) data.get("outcome"),
                (Long) data.get("millis"), (String) data.get("detail"));
    }

    /** The stage, for example {@code tls}. */
    public String getStage() {
        return stage;
    }

    /** Address and port; empty before there is one. */
    public String getAddress() {
        return address;
    }

    /** How it went, for example {@code passed}. */
    public String getOutcome() {
        return outcome;
    }

    /** How long it took in milliseconds; -1 where it was not measured. */
    public long getMillis() {
        return millis;
    }

    /** What was seen, in a few words. */
    public String getDetail() {
        return detail;
    }
}
