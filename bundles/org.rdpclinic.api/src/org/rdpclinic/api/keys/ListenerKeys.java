// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.util.List;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** The listener's configuration on the server. Subject: the server host. */
public final class ListenerKeys {

    /** Whether Remote Desktop is switched on (policy wins over local values). */
    public static final ObservationKey<Boolean> ENABLED =
            ObservationKey.of("listener.enabled", ValueType.BOOLEAN,
                    "Whether Remote Desktop is switched on (policy wins over local values).");

    /** PortNumber. */
    public static final ObservationKey<Long> PORT =
            ObservationKey.of("listener.port", ValueType.LONG,
                    "PortNumber.");

    /** Whether PortNumber is the port that was dialled. */
    public static final ObservationKey<Boolean> ON_DIALLED_PORT =
            ObservationKey.of("listener.on-dialled-port", ValueType.BOOLEAN,
                    "Whether PortNumber is the port that was dialled.");

    /** SecurityLayer in force. */
    public static final ObservationKey<Long> SECURITY_LAYER =
            ObservationKey.of("listener.security-layer", ValueType.LONG,
                    "SecurityLayer in force.");

    /** UserAuthentication in force: 1 demands NLA. */
    public static final ObservationKey<Long> USER_AUTHENTICATION =
            ObservationKey.of("listener.user-authentication", ValueType.LONG,
                    "UserAuthentication in force: 1 demands NLA.");

    /** MinEncryptionLevel in force. */
    public static final ObservationKey<Long> MIN_ENCRYPTION_LEVEL =
            ObservationKey.of("listener.min-encryption-level", ValueType.LONG,
                    "MinEncryptionLevel in force.");

    /** Whether SecurityLayer, UserAuthentication and MinEncryptionLevel have values that exist. */
    public static final ObservationKey<Boolean> SETTINGS_IN_RANGE =
            ObservationKey.of("listener.settings-in-range", ValueType.BOOLEAN,
                    "Whether SecurityLayer, UserAuthentication and MinEncryptionLevel have values that exist.");

    /** TLS versions that Schannel may use as a server. */
    public static final ObservationKey<List<String>> SCHANNEL_VERSIONS =
            ObservationKey.of("listener.schannel-versions", ValueType.STRINGS,
                    "TLS versions that Schannel may use as a server.");

    /** Whether LoadableProtocol_Object names the object that Windows ships. */
    public static final ObservationKey<Boolean> PROTOCOL_OBJECT_INTACT =
            ObservationKey.of("listener.protocol-object-intact", ValueType.BOOLEAN,
                    "Whether LoadableProtocol_Object names the object that Windows ships.");

    /** EditionID of Windows. */
    public static final ObservationKey<String> EDITION =
            ObservationKey.of("listener.edition", ValueType.STRING,
                    "EditionID of Windows.");

    private ListenerKeys() {
    }
}
