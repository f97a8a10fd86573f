// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by which certificates are told apart. */
final class Thumbprint {

    private Thumbprint() {
    }

    /** The hash of a certificate's DER form, in lower-case hexadecimal. */
    static String of(String algorithm, byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
        }
    }
}
