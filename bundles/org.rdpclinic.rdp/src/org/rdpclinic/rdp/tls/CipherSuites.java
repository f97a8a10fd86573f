// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cipher suites that Windows knows, by number and name (IANA registry "TLS Cipher Suites"). */
public final class CipherSuites {

    /** The value that says "I know secure renegotiation" and is no suite (RFC 5746 section 3.3). */
    public static final int RENEGOTIATION_SIGNAL = 0x00FF;

    /** What Schannel offers by default on Windows 11 and Windows Server 2022, in its order. */
    public static final List<Integer> WINDOWS_11 = List.of(
            0x1302, 0x1301, 0xC02C, 0xC02B, 0xC030, 0xC02F, 0x009F, 0x009E, 0xC024, 0xC023, 0xC028, 0xC027,
            0xC00A, 0xC009, 0xC014, 0xC013, 0x009D, 0x009C, 0x003D, 0x003C, 0x0035, 0x002F);

    /** What Windows before Windows 10 1607 offers beside, weak today: 3DES, RC4, DSS, DES and export suites. */
    public static final List<Integer> WINDOWS_WEAK = List.of(
            0x000A, 0x0005, 0x0004, 0x0032, 0x0038, 0x0040, 0x006A, 0x0013, 0x0033, 0x0039, 0xC007, 0xC011,
            0x0009, 0x0012, 0x0064, 0x0062, 0x0003, 0x0006, 0x0063, 0x003B, 0x0001, 0x0002);

    private static final Map<Integer, String> NAMES = names();

    private CipherSuites() {
    }

    /**
     * The name of a suite.
     *
     * @param suite the number on the wire
     * @return the IANA name, or empty for a suite that Windows does not know
     */
    public static Optional<String> find(int suite) {
        return Optional.ofNullable(NAMES.get(suite));
    }

    /**
     * The name of a suite, or its number.
     *
     * @param suite the number on the wire
     * @return the IANA name, else the number as {@code 0xC02F}
     */
    public static String name(int suite) {
        return find(suite).orElseGet(() -> "0x%04X".formatted(suite));
    }

    /**
     * The number of a name.
     *
     * @param name an IANA name, or a number as {@code 0xC02F}
     * @return the number, or empty when the name is none that Windows knows
     */
    public static Optional<Integer> findByName(String name) {
        if (name.matches("0x\\p{XDigit}{4}")) {
            return Optional.of(Integer.parseInt(name.substring(2), 16));
        }
        return NAMES.entrySet().stream().filter(each -> each.getValue().equals(name)).map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Whether a suite belongs to TLS 1.3, which has suites of its own.
     *
     * @param suite the number on the wire
     * @return true for 0x1301 to 0x1305
     */
    public static boolean isTls13(int suite) {
        return suite >= 0x1301 && suite <= 0x1305;
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new TreeMap<>();
        names.put(0x0001, "TLS_RSA_WITH_NULL_MD5");
        names.put(0x0002, "TLS_RSA_WITH_NULL_SHA");
        names.put(0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5");
        names.put(0x0004, "TLS_RSA_WITH_RC4_128_MD5");
        names.put(0x0005, "TLS_RSA_WITH_RC4_128_SHA");
        names.put(0x0006, "TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5");
        names.put(0x0009, "TLS_RSA_WITH_DES_CBC_SHA");
        names.put(0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        names.put(0x0012, "TLS_DHE_DSS_WITH_DES_CBC_SHA");
        names.put(0x0013, "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA");
        names.put(0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA");
        names.put(0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA");
        names.put(0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA");
        names.put(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA");
        names.put(0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA");
        names.put(0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA");
        names.put(0x003B, "TLS_RSA_WITH_NULL_SHA256");
        names.put(0x003C, "TLS_RSA_WITH_AES_128_CBC_SHA256");
        names.put(0x003D, "TLS_RSA_WITH_AES_256_CBC_SHA256");
        names.put(0x0040, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256");
        names.put(0x0062, "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA");
        names.put(0x0063, "TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA");
        names.put(0x0064, "TLS_RSA_EXPORT1024_WITH_RC4_56_SHA");
        names.put(0x006A, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256");
        names.put(0x009C, "TLS_RSA_WITH_AES_128_GCM_SHA256");
        names.put(0x009D, "TLS_RSA_WITH_AES_256_GCM_SHA384");
        names.put(0x009E, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");
        names.put(0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384");
        names.put(0x1301, "TLS_AES_128_GCM_SHA256");
        names.put(0x1302, "TLS_AES_256_GCM_SHA384");
        names.put(0x1303, "TLS_CHACHA20_POLY1305_SHA256");
        names.put(0xC007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA");
        names.put(0xC009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
        names.put(0xC00A, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA");
        names.put(0xC011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA");
        names.put(0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
        names.put(0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");
        names.put(0xC023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
        names.put(0xC024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384");
        names.put(0xC027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256");
        names.put(0xC028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384");
        names.put(0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        names.put(0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        names.put(0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        names.put(0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        names.put(0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
        names.put(0xCCA9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
        return Map.copyOf(names);
    }
}
