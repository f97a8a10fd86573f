// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;

import org.rdpclinic.rdp.tls.CipherSuites;
import org.rdpclinic.rdp.tls.TlsOffer;
import org.rdpclinic.rdp.tls.TlsVersion;
import org.rdpclinic.rdp.wire.Bytes;

/** Writes a ClientHello of our own, with any suites, also those that nobody can go on with (RFC 8446 section 4.1.2). */
public final class HelloWriter {

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    private HelloWriter() {
    }

    /**
     * The hello as one record.
     *
     * @param offer versions, suites, name
     * @return the record with its header
     */
    public static Bytes record(TlsOffer offer) {
        var random = new SecureRandom();
        List<TlsVersion> newestFirst = offer.versions().stream().sorted(Collections.reverseOrder()).toList();
        TlsVersion newest = newestFirst.getFirst();
        TlsVersion legacy = newest == TlsVersion.TLS_1_3 ? TlsVersion.TLS_1_2 : newest;

        var body = new ByteArrayOutputStream();
        u16(body, legacy.code());
        body.writeBytes(random(random));
        // A session id where TLS 1.3 is offered: middle boxes take the handshake for a resumed one (RFC 8446 appendix
        // D.4).
        byte[] session = newest == TlsVersion.TLS_1_3 ? random(random) : new byte[0];
        body.write(session.length);
        body.writeBytes(session);
        var suites = new ByteArrayOutputStream();
        offer.cipherSuites().forEach(each -> u16(suites, each));
        if (newestFirst.getLast() != TlsVersion.TLS_1_3) {
            u16(suites, CipherSuites.RENEGOTIATION_SIGNAL);
        }
        block16(body, suites.toByteArray());
        body.write(1);
        body.write(0);
        if (newest != TlsVersion.SSL_3_0) {
            block16(body, extensions(offer, newestFirst, random));
        }

        var message = new ByteArrayOutputStream();
        message.write(1);
        message.write(0);
        block16(message, body.toByteArray());

        var record = new ByteArrayOutputStream();
        record.write(22);
        u16(record, newest == TlsVersion.SSL_3_0 ? newest.code() : TlsVersion.TLS_1_0.code());
        block16(record, message.toByteArray());
        return Bytes.of(record.toByteArray());
    }

    private static byte[] extensions(TlsOffer offer, List<TlsVersion> newestFirst, SecureRandom random) {
        var out = new ByteArrayOutputStream();
        offer.serverName().ifPresent(name -> {
            var entry = new ByteArrayOutputStream();
            entry.write(0);
            block16(entry, name.getBytes(StandardCharsets.US_ASCII));
            extension(out, SERVER_NAME, sized(entry));
        });
        extension(out, SUPPORTED_GROUPS, sized(numbers(WindowsHabits.GROUPS)));
        extension(out, POINT_FORMATS, new byte[] { 1, 0 });
        if (newestFirst.getFirst().compareTo(TlsVersion.TLS_1_2) >= 0) {
            extension(out, SIGNATURE_ALGORITHMS, sized(numbers(WindowsHabits.SIGNATURE_SCHEMES)));
        }
        if (newestFirst.getFirst() == TlsVersion.TLS_1_3) {
            byte[] versions = numbers(newestFirst.stream().map(TlsVersion::code).toList()).toByteArray();
            var list = new ByteArrayOutputStream();
            list.write(versions.length);
            list.writeBytes(versions);
            extension(out, SUPPORTED_VERSIONS, list.toByteArray());
            // Any 32 bytes are a public key of X25519, so none has to be computed: nobody will use the secret.
            var share = new ByteArrayOutputStream();
            u16(share, WindowsHabits.GROUPS.getFirst());
            block16(share, random(random));
            extension(out, KEY_SHARE, sized(share));
        }
        return out.toByteArray();
    }

    private static byte[] random(SecureRandom source) {
        byte[] bytes = new byte[32];
        source.nextBytes(bytes);
        return bytes;
    }

    private static ByteArrayOutputStream numbers(List<Integer> numbers) {
        var out = new ByteArrayOutputStream();
        numbers.forEach(each -> u16(out, each));
        return out;
    }

    private static byte[] sized(ByteArrayOutputStream content) {
        var out = new ByteArrayOutputStream();
        block16(out, content.toByteArray());
        return out.toByteArray();
    }

    private static void extension(ByteArrayOutputStream out, int type, byte[] content) {
        u16(out, type);
        block16(out, content);
    }

    private static void block16(ByteArrayOutputStream out, byte[] content) {
        u16(out, content.length);
        out.writeBytes(content);
    }

    private static void u16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
