// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.util.List;

import org.rdpclinic.api.ObservationKey;

/** All shared keys in one list, for catalogues and checks. */
public final class SharedKeys {

    /** Every constant of this package. */
    public static final List<ObservationKey<?>> ALL = List.of(
            NameKeys.DIALLED, NameKeys.KIND, NameKeys.RESOLVED, NameKeys.ADDRESSES, NameKeys.ERROR, TcpKeys.OUTCOME,
            TcpKeys.CONNECT_TIME, PathKeys.ADDRESS_KIND, PathKeys.FORWARDER_ADDRESS, PathKeys.CONTROL_PORT,
            PathKeys.CONTROL_OUTCOME, AttemptKeys.PURPOSE, AttemptKeys.ADDRESS, AttemptKeys.LOCAL_PORT,
            AttemptKeys.ENDED_AT, AttemptKeys.CERTIFICATE, NegotiationKeys.REQUESTED, NegotiationKeys.OUTCOME,
            NegotiationKeys.SELECTED, NegotiationKeys.FLAGS, NegotiationKeys.FAILURE_CODE,
            NegotiationKeys.CLIENT_VERDICT, NegotiationKeys.FIRST_BYTES, NegotiationKeys.TIME, TlsKeys.OFFERED,
            TlsKeys.OUTCOME, TlsKeys.BEFORE_HELLO, TlsKeys.ALERT, TlsKeys.VERSION, TlsKeys.CIPHER_SUITE,
            TlsKeys.SERVER_HELLO, TlsKeys.BYTES_RECEIVED, TlsKeys.TIME, ServerKeys.PROTOCOLS,
            ServerKeys.TLS_VERSIONS, ServerKeys.DEMANDS_NLA, ServerKeys.OTHER_VERSION_WORKS, CertificateKeys.SUBJECT,
            CertificateKeys.ISSUER, CertificateKeys.NAMES, CertificateKeys.NOT_BEFORE, CertificateKeys.NOT_AFTER,
            CertificateKeys.VALIDITY, CertificateKeys.SELF_SIGNED, CertificateKeys.KEY_ALGORITHM,
            CertificateKeys.KEY_BITS, CertificateKeys.SIGNATURE_ALGORITHM, CertificateKeys.THUMBPRINT,
            CertificateKeys.CHAIN_LENGTH, CertificateKeys.NAME_MATCHES, CertificateKeys.NAME_VERDICT,
            CertificateKeys.STRENGTH, CertificateKeys.STRENGTH_VERDICT, ClientKeys.PROFILE, ClientKeys.PROTOCOLS,
            ClientKeys.CREDSSP, ClientKeys.AUTHENTICATION_LEVEL, SymptomKeys.CODE, SymptomKeys.EXTENDED,
            SymptomKeys.WHEN, SymptomKeys.AFTER, SymptomKeys.SINCE, SymptomKeys.OTHERS, SymptomKeys.BY_ADDRESS,
            ListenerKeys.ENABLED, ListenerKeys.PORT, ListenerKeys.ON_DIALLED_PORT, ListenerKeys.SECURITY_LAYER,
            ListenerKeys.USER_AUTHENTICATION, ListenerKeys.MIN_ENCRYPTION_LEVEL, ListenerKeys.SETTINGS_IN_RANGE,
            ListenerKeys.SCHANNEL_VERSIONS, ListenerKeys.PROTOCOL_OBJECT_INTACT, ListenerKeys.EDITION,
            ServiceKeys.TERM_SERVICE, ServiceKeys.TERM_SERVICE_START, KeyFileKeys.PRESENT, KeyFileKeys.READABLE,
            SessionKeys.COUNT, SessionKeys.LIMIT, SessionKeys.LIMIT_REACHED, FirewallKeys.ALLOWS_LISTENER,
            FirewallKeys.STEALTH);

    private SharedKeys() {
    }
}
