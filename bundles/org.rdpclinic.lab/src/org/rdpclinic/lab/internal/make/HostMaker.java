// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.rdpclinic.api.host.EventRecord;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.lab.internal.state.AccessLists;
import org.rdpclinic.lab.internal.state.CertificateFolder;
import org.rdpclinic.lab.internal.state.Fields;
import org.rdpclinic.lab.internal.state.HostFolder;
import org.rdpclinic.lab.internal.state.Json;
import org.rdpclinic.lab.internal.state.KeyContainers;
import org.rdpclinic.lab.internal.state.RegistryKeys;

/** Writes one simulated host into a folder. */
final class HostMaker {

    private final HostFolder host;
    private final Instant now;
    private final String member;

    private HostMaker(Path folder, Clock clock, String member) {
        this.host = new HostFolder(folder);
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.member = member;
    }

    static void make(Path folder, JsonNode description, Clock clock, String member) throws HostException {
        Fields fields = new Fields(description, "host");
        HostMaker maker = new HostMaker(folder, clock, member);
        try {
            Files.createDirectories(folder.resolve("events"));
            Files.createDirectories(folder.resolve("certificates"));
        } catch (IOException e) {
            throw Json.unwritable(folder, e);
        }
        Json.write(folder.resolve("registry.json"), fields.require("registry"));
        Json.write(folder.resolve("registry-access.json"), fields.require("registryAccess"));
        Json.write(folder.resolve("services.json"), fields.require("services"));
        Json.write(folder.resolve("sessions.json"), fields.require("sessions"));
        Json.write(folder.resolve("firewall.json"), fields.require("firewall"));
        Json.write(folder.resolve("listeners.json"), fields.require("listeners"));
        Json.write(folder.resolve("files.json"), fields.require("files"));
        Json.write(folder.resolve("certificates").resolve("stores.json"), Json.object());
        for (var store : Fields.entries(fields.require("certificates"), "certificates").entrySet()) {
            for (var each : Fields.entries(store.getValue(), "certificates, " + store.getKey()).entrySet()) {
                maker.certificate(store.getKey(), new Fields(each.getValue(), "certificate " + each.getKey()));
            }
        }
        maker.history(fields.require("history"));
        fields.done();
        maker.host.read();
    }

    private void certificate(String store, Fields fields) throws HostException {
        String subject = fields.text("subject");
        Optional<String> issuer = fields.findText("issuer");
        String kind = fields.text("key");
        Optional<String> container = fields.findText("container");
        KeyPair keys = KeyPairs.shared().get(kind, member + "/" + store);
        KeyPair signer = issuer.isEmpty() ? keys : KeyPairs.shared().get("RSA 2048", "issuer");
        X509Certificate certificate = CertificateMaker.make(new CertificateMaker.Content(subject,
                issuer.orElse(subject), fields.texts("dnsNames"), days(fields.decimal("fromDays")),
                days(fields.decimal("toDays")), fields.text("signature")), keys.getPublic(), signer.getPrivate());
        host.certificates().add(store, certificate, container);
        JsonNode access = fields.require("keyFile");
        if (container.isPresent()) {
            String guid = host.registry().findText(RegistryKeys.CRYPTOGRAPHY, "MachineGuid").orElse("");
            host.files().write(KeyContainers.file(container.get(), guid), keys.getPrivate().getEncoded(),
                    AccessLists.read(access, "key file"));
        }
        if (fields.flag("pinned")) {
            host.registry().set(RegistryKeys.LISTENER, "SSLCertificateSHA1Hash",
                    new RegistryValue.Binary(CertificateFolder.thumbprint(certificate)));
        }
        fields.done();
    }

    private void history(JsonNode entries) throws HostException {
        List<EventRecord> records = new ArrayList<>();
        for (var entry : Fields.entries(entries, "history").entrySet()) {
            Fields fields = new Fields(entry.getValue(), "history, " + entry.getKey());
            Instant first = days(-fields.decimal("daysAgo"));
            long repeat = fields.number("repeat", 1, 10_000, 1);
            Duration every = Duration.ofMinutes(fields.number("everyMinutes", 1, 1_000_000, 60));
            Map<String, String> values = new LinkedHashMap<>();
            for (var value : Fields.entries(fields.require("fields"), "history").entrySet()) {
                values.put(value.getKey(), value.getValue().asText());
            }
            EventRecord record = new EventRecord(fields.text("channel"), 0, fields.text("provider"),
                    (int) fields.number("id", 0, 65535), (int) fields.number("level", 0, 5), first, values);
            fields.done();
            for (int i = 0; i < repeat; i++) {
                records.add(new EventRecord(record.channel(), 0, record.provider(), record.eventId(), record.level(),
                        first.plus(every.multipliedBy(i)), values));
            }
        }
        records.sort(Comparator.comparing(EventRecord::time));
        host.events().append(records);
    }

    private Instant days(double days) {
        return now.plusSeconds(Math.round(days * 86_400));
    }
}
