// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.make;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Key pairs by kind and purpose. Making one takes a second at worst, so a process makes each once: the keys protect
 * nothing, and certificates are told apart by their serial numbers.
 */
final class KeyPairs {

    private static final KeyPairs SHARED = new KeyPairs();
    private static final int MOST = 100;

    private final Map<String, KeyPair> made = new ConcurrentHashMap<>();

    private KeyPairs() {
    }

    /** The cache of this process. */
    static KeyPairs shared() {
        return SHARED;
    }

    /** A key pair of a kind such as {@code RSA 2048} or {@code EC secp256r1}, one for each purpose. */
    KeyPair get(String kind, String purpose) {
        if (made.size() > MOST) {
            made.clear();
        }
        return made.computeIfAbsent(kind + "/" + purpose, name -> make(kind));
    }

    private static KeyPair make(String kind) {
        String[] parts = kind.split(" ");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(parts[0]);
            if (parts[0].equals("RSA")) {
                generator.initialize(Integer.parseInt(parts[1]));
            } else {
                generator.initialize(new ECGenParameterSpec(parts[1]));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("'" + kind + "' is no kind of key.", e);
        }
    }
}
