// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** Sessions on the server. Subject: the server host. */
public final class SessionKeys {

    /** Sessions that count against the limit. */
    public static final ObservationKey<Long> COUNT =
            ObservationKey.of("session.count", ValueType.LONG,
                    "Sessions that count against the limit.");

    /** MaxInstanceCount in force; 4294967295 is no limit. */
    public static final ObservationKey<Long> LIMIT =
            ObservationKey.of("session.limit", ValueType.LONG,
                    "MaxInstanceCount in force; 4294967295 is no limit.");

    /** Whether as many sessions stand as the limit allows. */
    public static final ObservationKey<Boolean> LIMIT_REACHED =
            ObservationKey.of("session.limit-reached", ValueType.BOOLEAN,
                    "Whether as many sessions stand as the limit allows.");

    private SessionKeys() {
    }
}
