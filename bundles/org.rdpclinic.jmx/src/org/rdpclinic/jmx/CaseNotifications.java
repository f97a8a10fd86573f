// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.util.List;

/**
 * The types of the notifications that the clinic's bean sends. Their sequence numbers rise by one each time, over all
 * cases; the user data is a composite with {@code caseId}, {@code probe}, {@code what}, {@code observations} and
 * {@code verdict}, of which those that say nothing are empty.
 */
public final class CaseNotifications {

    /** A case was opened. */
    public static final String STARTED = "org.rdpclinic.case.started";
    /** A probe begins, or says what it is doing; at most a few each second. */
    public static final String PROGRESS = "org.rdpclinic.case.progress";
    /** Something was observed; several observations go into one notification where they come quickly. */
    public static final String OBSERVED = "org.rdpclinic.case.observed";
    /** A probe ended, or cannot run. */
    public static final String PROBE_ENDED = "org.rdpclinic.case.probe.ended";
    /** A case ended, and is kept. */
    public static final String CONCLUDED = "org.rdpclinic.case.concluded";

    /** All types. */
    public static final List<String> ALL = List.of(STARTED, PROGRESS, OBSERVED, PROBE_ENDED, CONCLUDED);

    private CaseNotifications() {
    }
}
