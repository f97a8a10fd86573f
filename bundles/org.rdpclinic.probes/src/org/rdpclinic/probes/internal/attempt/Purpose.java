// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.util.Locale;

/** What an attempt is for. Only what happens to the client itself is evidence of why the client fails. */
enum Purpose {

    /** It does what the client does. */
    CLIENT,
    /** It asks what the server can do. */
    CAPABILITY;

    /** The value of {@code attempt.purpose}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
