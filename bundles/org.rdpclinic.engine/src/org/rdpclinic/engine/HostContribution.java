// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.rdpclinic.api.host.HostProvider;

/**
 * A way to open hosts.
 *
 * @param scheme      first part of the specs that it opens, for example {@code lab} for {@code lab:healthy}
 * @param description what hosts it opens, in one sentence
 * @param bundle      symbolic name of the bundle that it came from
 * @param factory     makes the provider; may throw, and is called in the guarded place only
 */
public record HostContribution(String scheme, String description, String bundle, Supplier<HostProvider> factory) {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]*");

    /** Checks the parts; the messages are sentences. */
    public HostContribution {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(factory, "factory");
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalArgumentException(
                    "'" + scheme + "' is no scheme: schemes are lower-case letters, digits and hyphens.");
        }
    }

    /**
     * The scheme of a spec: what stands before the first colon, the whole spec where there is none, and {@code unc} for
     * {@code \\SERVER}.
     */
    public static String schemeOf(String spec) {
        if (spec.startsWith("\\\\")) {
            return "unc";
        }
        int colon = spec.indexOf(':');
        return colon < 0 ? spec : spec.substring(0, colon);
    }
}
