// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Where Windows keeps the private keys of the machine's legacy containers. */
public final class KeyContainers {

    private static final String FOLDER = "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\";

    private KeyContainers() {
    }

    /**
     * The path of a container's key file: the MD5 of its name in lower case with a closing zero byte, written as four
     * little-endian words, and the machine's GUID.
     */
    public static String file(String container, String machineGuid) {
        byte[] name = (container.toLowerCase(Locale.ROOT) + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("MD5").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
        StringBuilder hex = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            for (int at = 3; at >= 0; at--) {
                hex.append(String.format("%02x", hash[4 * word + at]));
            }
        }
        return FOLDER + hex + "_" + machineGuid;
    }
}
