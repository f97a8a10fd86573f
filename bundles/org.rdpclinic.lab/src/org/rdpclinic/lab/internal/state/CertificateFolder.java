// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.Certificates;
import org.rdpclinic.api.host.HostException;

/**
 * {@code certificates/}: {@code stores.json} names the certificates of each store, which lie beside it as DER files
 * under their thumbprints, and the key containers that hold their private keys.
 */
public final class CertificateFolder implements Certificates {

    /** The store of the listener's own certificates. */
    public static final String REMOTE_DESKTOP = "Remote Desktop";
    /** The machine's personal store. */
    public static final String MY = "My";

    private final Path folder;
    private final RegistryFile registry;

    /** Over the folder of a host's certificates, and its registry, which names the machine. */
    public CertificateFolder(Path folder, RegistryFile registry) {
        this.folder = folder;
        this.registry = registry;
    }

    @Override
    public List<Stored> list(String store) throws HostException {
        String guid = registry.read().text(RegistryKeys.CRYPTOGRAPHY, "MachineGuid").orElse("");
        List<Stored> stored = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : Fields.entries(Json.read(index()), "stores.json").entrySet()) {
            if (entry.getKey().equalsIgnoreCase(store)) {
                for (JsonNode node : Fields.elements(entry.getValue(), "stores.json, " + store)) {
                    stored.add(read(node, guid));
                }
            }
        }
        return stored;
    }

    private Stored read(JsonNode node, String guid) throws HostException {
        Fields fields = new Fields(node, "stores.json");
        String name = fields.text("file");
        Optional<String> container = fields.findText("container");
        fields.done();
        if (!name.matches("[0-9A-Za-z.-]{1,80}")) {
            throw Json.unreadable("stores.json", "'" + name + "' is no file of this folder");
        }
        try {
            X509Certificate certificate = parse(Files.readAllBytes(folder.resolve(name)));
            return new Stored(thumbprint(certificate), certificate,
                    container.map(each -> KeyContainers.file(each, guid)));
        } catch (IOException | CertificateException e) {
            throw Json.unreadable("certificate " + name, "it is missing, or is no certificate in DER form");
        }
    }

    /** Adds a certificate to a store. */
    public void add(String store, X509Certificate certificate, Optional<String> container) throws HostException {
        ObjectNode all = Json.readObject(index());
        ArrayNode entries = all.get(store) instanceof ArrayNode array ? array : all.putArray(store);
        String name = thumbprint(certificate) + ".der";
        ObjectNode entry = entries.addObject().put("file", name);
        container.ifPresent(each -> entry.put("container", each));
        try {
            Files.write(folder.resolve(name), certificate.getEncoded());
        } catch (IOException | CertificateException e) {
            throw Json.unwritable(folder.resolve(name), new IOException(e.getMessage(), e));
        }
        Json.write(index(), all);
    }

    /** Puts a certificate in the place of another, under the same container. */
    public void replace(String store, String thumbprint, X509Certificate with) throws HostException {
        Optional<JsonNode> entries = new Fields(Json.readObject(index()), "stores.json").find(store);
        for (JsonNode entry : entries.isEmpty() ? List.<JsonNode>of() : Fields.elements(entries.get(), "stores.json")) {
            if (entry.path("file").asText().equals(thumbprint + ".der")) {
                Optional<String> container = new Fields(entry, "stores.json").findText("container");
                remove(store, thumbprint);
                add(store, with, container);
                return;
            }
        }
        throw Json.unreadable("stores.json", "the store " + store + " has no certificate " + thumbprint);
    }

    /** Takes a certificate out of a store. */
    public void remove(String store, String thumbprint) throws HostException {
        ObjectNode all = Json.readObject(index());
        if (all.get(store) instanceof ArrayNode entries) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).path("file").asText().equals(thumbprint + ".der")) {
                    entries.remove(i);
                }
            }
        }
        Json.write(index(), all);
    }

    private Path index() {
        return folder.resolve("stores.json");
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    }

    /** The SHA-1 thumbprint in lower-case hexadecimal. */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read has a DER form, and every JDK has SHA-1.", e);
        }
    }
}
