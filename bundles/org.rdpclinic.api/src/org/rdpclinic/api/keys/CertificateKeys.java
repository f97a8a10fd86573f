// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.keys;

import java.time.Instant;
import java.util.List;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.ValueType;

/** A certificate that the server sent (RFC 5280). Subject: the certificate. */
public final class CertificateKeys {

    /** Subject name. */
    public static final ObservationKey<String> SUBJECT =
            ObservationKey.of("certificate.subject", ValueType.STRING,
                    "Subject name.");

    /** Issuer name. */
    public static final ObservationKey<String> ISSUER =
            ObservationKey.of("certificate.issuer", ValueType.STRING,
                    "Issuer name.");

    /** Names and addresses that it is made out to. */
    public static final ObservationKey<List<String>> NAMES =
            ObservationKey.of("certificate.names", ValueType.STRINGS,
                    "Names and addresses that it is made out to.");

    /** Start of its validity. */
    public static final ObservationKey<Instant> NOT_BEFORE =
            ObservationKey.of("certificate.not-before", ValueType.INSTANT,
                    "Start of its validity.");

    /** End of its validity. */
    public static final ObservationKey<Instant> NOT_AFTER =
            ObservationKey.of("certificate.not-after", ValueType.INSTANT,
                    "End of its validity.");

    /** By the clinic's clock: valid, expired or not-yet-valid. */
    public static final ObservationKey<String> VALIDITY =
            ObservationKey.of("certificate.validity", ValueType.STRING,
                    "By the clinic's clock: valid, expired or not-yet-valid.");

    /** Whether it is signed with its own key. */
    public static final ObservationKey<Boolean> SELF_SIGNED =
            ObservationKey.of("certificate.self-signed", ValueType.BOOLEAN,
                    "Whether it is signed with its own key.");

    /** Kind of the public key: RSA or EC. */
    public static final ObservationKey<String> KEY_ALGORITHM =
            ObservationKey.of("certificate.key-algorithm", ValueType.STRING,
                    "Kind of the public key: RSA or EC.");

    /** Length of the public key. */
    public static final ObservationKey<Long> KEY_BITS =
            new ObservationKey<>("certificate.key-bits", ValueType.LONG, "bits",
                    "Length of the public key.");

    /** Algorithm of the signature. */
    public static final ObservationKey<String> SIGNATURE_ALGORITHM =
            ObservationKey.of("certificate.signature-algorithm", ValueType.STRING,
                    "Algorithm of the signature.");

    /** SHA-1 thumbprint, as Windows shows it. */
    public static final ObservationKey<String> THUMBPRINT =
            ObservationKey.of("certificate.thumbprint", ValueType.STRING,
                    "SHA-1 thumbprint, as Windows shows it.");

    /** Certificates that were sent with it, itself included. */
    public static final ObservationKey<Long> CHAIN_LENGTH =
            ObservationKey.of("certificate.chain-length", ValueType.LONG,
                    "Certificates that were sent with it, itself included.");

    /** Whether one of its names is the one dialled. */
    public static final ObservationKey<Boolean> NAME_MATCHES =
            ObservationKey.of("certificate.name-matches", ValueType.BOOLEAN,
                    "Whether one of its names is the one dialled.");

    /** What the client makes of the names: goes-on, warns or refuses. */
    public static final ObservationKey<String> NAME_VERDICT =
            ObservationKey.of("certificate.name-verdict", ValueType.STRING,
                    "What the client makes of the names: goes-on, warns or refuses.");

    /** Key and signature by today's measure: strong or weak. */
    public static final ObservationKey<String> STRENGTH =
            ObservationKey.of("certificate.strength", ValueType.STRING,
                    "Key and signature by today's measure: strong or weak.");

    /** What the client makes of key and signature: goes-on or refuses. */
    public static final ObservationKey<String> STRENGTH_VERDICT =
            ObservationKey.of("certificate.strength-verdict", ValueType.STRING,
                    "What the client makes of key and signature: goes-on or refuses.");

    private CertificateKeys() {
    }
}
