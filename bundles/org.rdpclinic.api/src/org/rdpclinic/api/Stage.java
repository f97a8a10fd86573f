// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import java.util.Locale;
import java.util.Optional;

/**
 * A stage of a Remote Desktop connection, in the order in which a client passes through them (MS-RDPBCGR 1.3.1.1).
 * The stage at which a connection dies is the strongest evidence there is.
 */
public enum Stage {
    /** A name becomes addresses. */
    RESOLVE("Resolve the name"),
    /** TCP stands. */
    CONNECT("Connect by TCP"),
    /** The RD Gateway lets the client through. */
    GATEWAY("Pass the gateway"),
    /** X.224 connection request and confirm, with the RDP negotiation inside (MS-RDPBCGR 2.2.1.1, 2.2.1.2). */
    NEGOTIATE("Negotiate security"),
    /** The TLS handshake. */
    TLS("Start TLS"),
    /** CredSSP, that is Network Level Authentication (MS-CSSP). */
    CREDSSP("Authenticate (NLA)"),
    /** The Early User Authorization Result, and the right to log on by Remote Desktop. */
    AUTHORIZE("Authorize the user"),
    /** MCS and GCC: channels and capabilities (MS-RDPBCGR 2.2.1.3 onwards). */
    MCS("Set up channels"),
    /** Licensing (MS-RDPELE). */
    LICENCE("License"),
    /** The logon in the session. */
    LOGON("Log on"),
    /** The session stands. */
    SESSION("Session");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The stage in a few words for a person, with a capital letter. */
    public String title() {
        return title;
    }

    /** The stable name used in data and JSON: lower case, for example {@code negotiate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage with this {@link #id()}, if there is one. */
    public static Optional<Stage> find(String id) {
        for (Stage stage : values()) {
            if (stage.id().equals(id)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
