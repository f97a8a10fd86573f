// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.rdpclinic.rdp.wire.ByteReader;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.MalformedException;

/**
 * A client's first TLS message as a server reads it (RFC 8446 section 4.1.2). Numbers are kept as they came, those
 * without a meaning (GREASE, RFC 8701) too.
 *
 * @param legacyVersion the version field, which stays at TLS 1.2 when 1.3 is offered
 * @param versionCodes the versions offered, best liked first: those of the supported_versions extension, else the field
 * alone
 * @param cipherSuites the suites offered, best liked first
 * @param serverName the host name of the SNI extension
 * @param groups the groups of the supported_groups extension, empty without it
 * @param signatureSchemes the schemes of the signature_algorithms extension, empty without it
 */
public record ClientHello(int legacyVersion, List<Integer> versionCodes, List<Integer> cipherSuites,
        Optional<String> serverName, List<Integer> groups, List<Integer> signatureSchemes) {

    /** The largest hello that is read. */
    public static final int MAX_SIZE = 16 * 1024;

    private static final int TYPE = 1;

    /** Copies. */
    public ClientHello {
        versionCodes = List.copyOf(versionCodes);
        cipherSuites = List.copyOf(cipherSuites);
        groups = List.copyOf(groups);
        signatureSchemes = List.copyOf(signatureSchemes);
    }

    /**
     * Whether a server that has only these versions finds one that the client offers too. Without the
     * supported_versions extension a client offers all versions up to the one in the field.
     *
     * @param served the server's versions
     * @return true if there is one in common
     */
    public boolean offersOneOf(Set<TlsVersion> served) {
        return served.stream().anyMatch(this::offers);
    }

    /** {@return the versions offered that have a name; without supported_versions, all up to the field's} */
    public Set<TlsVersion> versions() {
        return Arrays.stream(TlsVersion.values()).filter(this::offers).collect(Collectors.toUnmodifiableSet());
    }

    private boolean offers(TlsVersion version) {
        boolean listed = versionCodes.size() != 1 || versionCodes.getFirst() != legacyVersion;
        return listed ? versionCodes.contains(version.code())
                : version.code() <= legacyVersion && version != TlsVersion.TLS_1_3;
    }

    /**
     * Reads a hello.
     *
     * @param message the handshake message with its header of four bytes, without the record's
     * @return the hello
     * @throws MalformedException if it is none, is cut short, or holds a length that lies
     */
    public static ClientHello parse(Bytes message) throws MalformedException {
        ByteReader in = ByteReader.over(message);
        if (in.u8() != TYPE) {
            throw new MalformedException("no ClientHello: its type is not 1");
        }
        if (in.u24() != in.remaining()) {
            throw new MalformedException("the length of the ClientHello lies");
        }
        int version = in.u16();
        in.bytes(32);
        in.bytes(in.u8());
        List<Integer> suites = numbers(in.part(in.u16()));
        in.bytes(in.u8());
        var extensions = new Extensions(version);
        if (in.remaining() > 0) {
            extensions.read(in.part(in.u16()));
        }
        if (in.remaining() > 0) {
            throw new MalformedException(in.remaining() + " bytes after the ClientHello");
        }
        return new ClientHello(version, extensions.versions, suites, extensions.serverName, extensions.groups,
                extensions.signatureSchemes);
    }

    private static List<Integer> numbers(ByteReader in) throws MalformedException {
        List<Integer> numbers = new ArrayList<>(in.remaining() / 2);
        while (in.remaining() > 0) {
            numbers.add(in.u16());
        }
        return numbers;
    }

    /** What the extensions say, gathered while they are read. */
    private static final class Extensions {

        private static final int SERVER_NAME = 0;
        private static final int SUPPORTED_GROUPS = 10;
        private static final int SIGNATURE_ALGORITHMS = 13;
        private static final int SUPPORTED_VERSIONS = 43;

        private List<Integer> versions;
        private Optional<String> serverName = Optional.empty();
        private List<Integer> groups = List.of();
        private List<Integer> signatureSchemes = List.of();

        private Extensions(int legacyVersion) {
            versions = List.of(legacyVersion);
        }

        private void read(ByteReader in) throws MalformedException {
            while (in.remaining() > 0) {
                int type = in.u16();
                ByteReader content = in.part(in.u16());
                switch (type) {
                    case SERVER_NAME -> serverName = readName(content);
                    case SUPPORTED_GROUPS -> groups = numbers(content.part(content.u16()));
                    case SIGNATURE_ALGORITHMS -> signatureSchemes = numbers(content.part(content.u16()));
                    case SUPPORTED_VERSIONS -> versions = numbers(content.part(content.u8()));
                    default -> {
                        // Extensions without a use here are passed over, as RFC 8446 section 4.1.2 demands.
                    }
                }
            }
        }

        private static Optional<String> readName(ByteReader in) throws MalformedException {
            if (in.remaining() == 0) {
                return Optional.empty();
            }
            ByteReader list = in.part(in.u16());
            if (list.u8() != 0) {
                return Optional.empty();
            }
            return Optional.of(list.bytes(list.u16()).latin1());
        }
    }
}
