// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.listener;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A key container of Windows' legacy cryptography.
 *
 * @param name such as {@code TSSecKeySet1}
 */
record KeyContainer(String name) {

    /** The container of the certificate that Windows makes for Remote Desktop by itself. */
    static final KeyContainer REMOTE_DESKTOP = new KeyContainer("TSSecKeySet1");

    /**
     * The name of its file in MachineKeys: the MD5 of the container's name in lower case with a closing zero byte, as
     * four little-endian words, and the machine's GUID.
     */
    String fileName(String machineGuid) {
        byte[] text = (name.toLowerCase(Locale.ROOT) + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer hash = ByteBuffer.wrap(md5(text)).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder hex = new StringBuilder();
        while (hash.hasRemaining()) {
            hex.append("%08x".formatted(hash.getInt()));
        }
        return hex.append('_').append(machineGuid).toString();
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }
}
