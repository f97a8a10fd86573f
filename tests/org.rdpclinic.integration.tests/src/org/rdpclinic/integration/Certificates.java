// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.rdpclinic.parts.Parts;

/** Certificates that openssl makes, as an administrator would. */
final class Certificates {

    /** A certificate and its key, as PEM files. */
    record Pair(Path certificate, Path key) {
    }

    private final Path folder;

    Certificates(Path folder) {
        Parts.requireCommand("openssl");
        this.folder = folder;
    }

    Pair fresh() throws IOException, InterruptedException {
        return selfSigned("fresh", "rsa:2048", "-sha256", "localhost");
    }

    Pair ofAnotherName() throws IOException, InterruptedException {
        return selfSigned("other", "rsa:2048", "-sha256", "ts01.other.example");
    }

    /** RSA 1024 and SHA-1, which OpenSSL refuses to serve at its default security level. */
    Pair weak() throws IOException, InterruptedException {
        return selfSigned("weak", "rsa:1024", "-sha1", "localhost");
    }

    private Pair selfSigned(String name, String key, String digest, String host)
            throws IOException, InterruptedException {
        Pair pair = pair(name);
        Processes.run(folder, "openssl", "req", "-x509", "-newkey", key, digest, "-nodes", "-keyout",
                pair.key().toString(), "-out", pair.certificate().toString(), "-days", "365", "-subj", "/CN=" + host,
                "-addext", "subjectAltName=DNS:" + host + (host.equals("localhost") ? ",IP:127.0.0.1" : ""), "-addext",
                "extendedKeyUsage=serverAuth");
        return pair;
    }

    Pair expired() throws IOException, InterruptedException {
        return dated("expired", "20230101000000Z", "20240101000000Z");
    }

    Pair notYetValid() throws IOException, InterruptedException {
        return dated("future", "20400101000000Z", "20410101000000Z");
    }

    /** {@code openssl req -x509} cannot set dates; a self-signing authority can. */
    private Pair dated(String name, String from, String to) throws IOException, InterruptedException {
        Pair pair = pair(name);
        Path ca = Files.createDirectory(folder.resolve("ca-" + name));
        Files.writeString(ca.resolve("index.txt"), "");
        Files.writeString(ca.resolve("serial"), "1000\n");
        Path configuration = ca.resolve("ca.cnf");
        Files.write(configuration, List.of("[ca]", "default_ca=own", "[own]", "database=" + ca.resolve("index.txt"),
                "serial=" + ca.resolve("serial"), "new_certs_dir=" + ca, "default_md=sha256", "policy=names",
                "x509_extensions=server", "[names]", "commonName=supplied", "[server]",
                "subjectAltName=DNS:localhost,IP:127.0.0.1", "extendedKeyUsage=serverAuth"));
        Path request = ca.resolve("request.csr");
        Processes.run(folder, "openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout",
                pair.key().toString(), "-out", request.toString(), "-subj", "/CN=localhost");
        Processes.run(folder, "openssl", "ca", "-batch", "-config", configuration.toString(), "-selfsign", "-keyfile",
                pair.key().toString(), "-in", request.toString(), "-out", pair.certificate().toString(), "-notext",
                "-startdate", from, "-enddate", to);
        return pair;
    }

    private Pair pair(String name) {
        return new Pair(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }
}
