// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * A public key.
 *
 * @param algorithm such as RSA or EC
 * @param bits      its length; empty for kinds of key that are not known here
 */
record PublicKeyFacts(String algorithm, Optional<Long> bits) {

    static PublicKeyFacts of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> new PublicKeyFacts("RSA", Optional.of((long) rsa.getModulus().bitLength()));
            case ECPublicKey ec ->
                new PublicKeyFacts("EC", Optional.of((long) ec.getParams().getOrder().bitLength()));
            case DSAPublicKey dsa -> new PublicKeyFacts("DSA",
                    Optional.ofNullable(dsa.getParams()).map(params -> (long) params.getP().bitLength()));
            default -> new PublicKeyFacts(key.getAlgorithm(), Optional.empty());
        };
    }
}
