// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.stages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.keys.NegotiationKeys;
import org.rdpclinic.api.keys.TlsKeys;

/** What was seen at a stage, in a few words with numbers. */
final class StageWords {

    private static final int SHOWN_ADDRESSES = 3;
    private static final int SHOWN_BYTES = 8;
    /** Fewer bytes may look like text by chance. */
    private static final int SHORTEST_TEXT = 4;

    /** RDP_NEG_FAILURE.failureCode (MS-RDPBCGR 2.2.1.2.2). */
    private static final Map<Long, String> FAILURES = Map.of(1L, "SSL_REQUIRED_BY_SERVER", 2L,
            "SSL_NOT_ALLOWED_BY_SERVER", 3L, "SSL_CERT_NOT_ON_SERVER", 4L, "INCONSISTENT_FLAGS", 5L,
            "HYBRID_REQUIRED_BY_SERVER", 6L, "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER");

    /** Alerts with which a handshake is broken off (RFC 8446, 6.2; RFC 5246, 7.2.2). */
    private static final Map<Long, String> ALERTS = Map.ofEntries(Map.entry(0L, "close_notify"),
            Map.entry(10L, "unexpected_message"), Map.entry(40L, "handshake_failure"),
            Map.entry(42L, "bad_certificate"), Map.entry(43L, "unsupported_certificate"),
            Map.entry(46L, "certificate_unknown"), Map.entry(47L, "illegal_parameter"),
            Map.entry(48L, "unknown_ca"), Map.entry(49L, "access_denied"), Map.entry(50L, "decode_error"),
            Map.entry(51L, "decrypt_error"), Map.entry(70L, "protocol_version"),
            Map.entry(71L, "insufficient_security"), Map.entry(80L, "internal_error"),
            Map.entry(112L, "unrecognized_name"));

    private StageWords() {
    }

    static String addresses(List<String> addresses) {
        String first = String.join(", ", addresses.subList(0, Math.min(SHOWN_ADDRESSES, addresses.size())));
        return addresses.size() > SHOWN_ADDRESSES ? addresses.size() + " addresses: " + first + ", …" : first;
    }

    static String connect(String outcome) {
        return switch (outcome) {
            case "accepted" -> "accepted";
            case "refused" -> "refused";
            case "silent" -> "no answer";
            default -> outcome;
        };
    }

    static String at(Stage stage, ClientTry attempt, boolean passed) {
        return switch (stage) {
            case NEGOTIATE -> negotiate(attempt, passed);
            case TLS -> passed ? agreed(attempt) : broken(attempt);
            default -> passed ? "accepted" : "no connection";
        };
    }

    private static String negotiate(ClientTry attempt, boolean passed) {
        String refuses = passed ? "" : "; the client refuses it";
        return switch (attempt.find(NegotiationKeys.OUTCOME).orElse("")) {
            case "selected" -> protocol(attempt.find(NegotiationKeys.SELECTED)) + " selected" + refuses;
            case "confirm-only" -> "Standard RDP Security, without negotiation" + refuses;
            case "failure" -> "refused: " + named(attempt.find(NegotiationKeys.FAILURE_CODE), FAILURES);
            case "closed" -> "closed after the connection request";
            case "reset" -> "reset after the connection request";
            case "silent" -> "no answer to the connection request";
            case "not-rdp" -> "the answer is not RDP" + bytes(attempt.find(NegotiationKeys.FIRST_BYTES));
            default -> "";
        };
    }

    private static String protocol(Optional<Long> selected) {
        if (selected.isEmpty()) {
            return "a protocol";
        }
        long bits = selected.get();
        if (bits == 0) {
            return "Standard RDP Security";
        }
        if (bits == ClientProfile.SSL) {
            return "TLS";
        }
        if (bits == ClientProfile.HYBRID) {
            return "CredSSP (HYBRID)";
        }
        return bits == ClientProfile.HYBRID_EX ? "CredSSP (HYBRID_EX)" : "protocol 0x" + Long.toHexString(bits);
    }

    private static String bytes(Optional<String> hex) {
        return hex.filter(text -> text.length() % 2 == 0 && text.matches("[0-9a-fA-F]+")).map(text -> {
            byte[] all = HexFormat.of().parseHex(text);
            if (isText(all)) {
                return ": \"" + new String(all, StandardCharsets.US_ASCII).lines().findFirst().orElse("") + "\"";
            }
            byte[] first = all.length > SHOWN_BYTES ? Arrays.copyOf(all, SHOWN_BYTES) : all;
            return ": " + HexFormat.ofDelimiter(" ").formatHex(first) + (all.length > SHOWN_BYTES ? " …" : "");
        }).orElse("");
    }

    /** Whether it begins with text, as the banners of SSH, FTP and HTTP do. */
    private static boolean isText(byte[] bytes) {
        int letters = 0;
        for (byte b : bytes) {
            if (b < ' ' && b != '\r' && b != '\n' || b == 0x7F) {
                return false;
            }
            letters += b > ' ' ? 1 : 0;
        }
        return letters >= SHORTEST_TEXT;
    }

    private static String agreed(ClientTry attempt) {
        String version = attempt.find(TlsKeys.VERSION).orElse("TLS");
        return attempt.find(TlsKeys.CIPHER_SUITE).map(suite -> version + ", " + suite).orElse(version);
    }

    private static String broken(ClientTry attempt) {
        boolean beforeHello = attempt.find(TlsKeys.BEFORE_HELLO).orElse(false);
        boolean serverHello = attempt.find(TlsKeys.SERVER_HELLO).orElse(false);
        String where = beforeHello ? " before the ClientHello"
                : serverHello ? " after the ServerHello" : " after the ClientHello";
        String received = attempt.find(TlsKeys.BYTES_RECEIVED).map(n -> ", " + n + " bytes received").orElse("");
        return switch (attempt.find(TlsKeys.OUTCOME).orElse("")) {
            case "closed" -> "closed" + where + received;
            case "reset" -> "reset" + where + received;
            case "silent" -> "silence" + where + received;
            case "alert" -> "alert " + named(attempt.find(TlsKeys.ALERT), ALERTS) + where;
            case "clear-text" -> "clear text where TLS is due";
            case "garbage" -> "the answer is no TLS";
            case "established" -> agreed(attempt) + "; broken afterwards";
            default -> "";
        };
    }

    private static String named(Optional<Long> number, Map<Long, String> names) {
        return number.map(n -> names.containsKey(n) ? names.get(n) + " (" + n + ")" : "code " + n).orElse("no code");
    }
}
