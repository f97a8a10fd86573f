// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Locale;

/**
 * The lists of numbers. The same number means different things in different lists: disconnect code 7 and extended
 * code 7 have nothing in common.
 */
public enum CodeKind {
    /** First number of the client's dialog; event 1026 writes it in decimal. */
    DISCONNECT("disconnect", "disconnect code"),
    /** Second number of the client's dialog. */
    EXTENDED("extended", "extended code"),
    /** errorInfo of the Set Error Info PDU (MS-RDPBCGR 2.2.5.1.1). */
    ERROR_INFO("error-info", "Set Error Info code"),
    /** failureCode of RDP_NEG_FAILURE (MS-RDPBCGR 2.2.1.2.2). */
    NEGOTIATION("negotiation", "negotiation failure"),
    /** Description byte of a TLS alert (RFC 8446, section 6). */
    TLS_ALERT("tls-alert", "TLS alert"),
    /** SubStatus or Status of a failed logon, event 4625. */
    NT_STATUS("nt-status", "logon status"),
    /** dwErrorCode of a licensing ERROR_ALERT (MS-RDPELE). */
    LICENSING("licensing", "licensing error");

    /** The largest code of any list: 32 bits without a sign. */
    public static final long LARGEST = 0xFFFF_FFFFL;

    private final String id;
    private final String noun;

    CodeKind(String id, String noun) {
        this.id = id;
        this.noun = noun;
    }

    /** Name of the list in the data files. */
    public String id() {
        return id;
    }

    /** What one number of it is called, in a sentence. */
    public String noun() {
        return noun;
    }

    /** The file that holds the list. */
    public String file() {
        return "data/codes/" + (this == TLS_ALERT ? "tls-alerts" : id) + ".json";
    }

    /**
     * The number as it is written for people in this list: {@code 0x904 (2308)}, {@code 0x7}, {@code 0xC000006A}.
     *
     * @param code 0 to {@link #LARGEST}
     */
    public String display(long code) {
        return switch (this) {
            case DISCONNECT, EXTENDED -> hex(code) + (code < 10 ? "" : " (" + code + ")");
            case ERROR_INFO, NT_STATUS -> String.format(Locale.ROOT, "0x%08X", code);
            case NEGOTIATION, TLS_ALERT, LICENSING -> Long.toString(code);
        };
    }

    static String hex(long code) {
        return "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
    }
}
