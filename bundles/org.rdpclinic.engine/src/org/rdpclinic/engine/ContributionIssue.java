// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Objects;

/**
 * A contribution that could not be used. It costs itself and nothing else.
 *
 * @param bundle symbolic name of the bundle that it came from
 * @param what   what is wrong, in a sentence that names the bundle
 */
public record ContributionIssue(String bundle, String what) {

    /** Checks that no part is missing. */
    public ContributionIssue {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(what, "what");
    }
}
