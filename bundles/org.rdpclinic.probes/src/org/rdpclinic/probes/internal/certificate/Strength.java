// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.util.Locale;
import java.util.regex.Pattern;

import org.rdpclinic.api.ClientProfile;

/**
 * How strong a certificate is.
 *
 * @param keyAlgorithm such as RSA or EC
 * @param keyBits      length of the public key
 * @param signature    algorithm of the signature, such as SHA256withRSA
 */
record Strength(String keyAlgorithm, long keyBits, String signature) {

    private static final long ENOUGH = 2048;
    private static final long ENOUGH_ON_A_CURVE = 256;
    private static final Pattern BROKEN_HASH = Pattern.compile("(MD2|MD5|SHA1|SHA-1)WITH.*");

    private boolean brokenHash() {
        return BROKEN_HASH.matcher(signature.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether key or signature are weaker than what is taken for safe today (NIST SP 800-131A). */
    boolean weak() {
        long enough = switch (keyAlgorithm) {
            case "RSA", "DSA" -> ENOUGH;
            case "EC" -> ENOUGH_ON_A_CURVE;
            default -> 0;
        };
        return keyBits < enough || brokenHash();
    }

    /** Whether the client refuses it. */
    boolean refusedBy(ClientProfile client) {
        return keyAlgorithm.equals("RSA") && keyBits < client.minimumRsaBits()
                || client.refusesSha1() && brokenHash();
    }
}
