// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.EventLog;
import org.rdpclinic.api.host.EventRecord;
import org.rdpclinic.api.host.HostException;

/**
 * {@code events/}: a file of JSON lines per channel, named as Windows names it (a slash becomes {@code %4}). A line
 * without its end is still being written, and no record yet. A log that has grown too large loses its older half, as
 * Windows overwrites the oldest.
 */
public final class EventFolder implements EventLog {

    private static final String SUFFIX = ".jsonl";
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path folder;
    private final long largest;

    /** Over the folder of a host's logs; none of them grows beyond so many bytes. */
    public EventFolder(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    /** Over the folder of a host's logs, each of 4 MiB at most. */
    public EventFolder(Path folder) {
        this(folder, 4 << 20);
    }

    @Override
    public List<String> channels() throws HostException {
        TreeSet<String> channels = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path each : files) {
                String name = each.getFileName().toString();
                channels.add(name.substring(0, name.length() - SUFFIX.length()).replace("%4", "/"));
            }
        } catch (IOException e) {
            throw Json.unreadable("folder of events", e);
        }
        return new ArrayList<>(channels);
    }

    @Override
    public Cursor open(String channel) throws HostException {
        Path file = file(channel);
        if (!Files.exists(file)) {
            return new Lines(channel, null);
        }
        try {
            return new Lines(channel, Files.newBufferedReader(file));
        } catch (IOException e) {
            throw Json.unreadable("log " + channel, e);
        }
    }

    /** Writes records at the end of their channels, numbered on. Those of one host are written one at a time. */
    public synchronized void append(List<EventRecord> records) throws HostException {
        Map<String, List<EventRecord>> byChannel = new LinkedHashMap<>();
        records.forEach(each -> byChannel.computeIfAbsent(each.channel(), c -> new ArrayList<>()).add(each));
        for (Map.Entry<String, List<EventRecord>> entry : byChannel.entrySet()) {
            Path file = file(entry.getKey());
            long number = last(file);
            StringBuilder text = new StringBuilder();
            for (EventRecord each : entry.getValue()) {
                number++;
                text.append(Json.line(written(each, number))).append('\n');
            }
            try {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (Files.size(file) > largest) {
                    List<String> lines = Files.readAllLines(file);
                    Files.write(file, lines.subList(lines.size() / 2, lines.size()));
                }
            } catch (IOException e) {
                throw Json.unwritable(file, e);
            }
        }
    }

    private static long last(Path file) throws HostException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - LONGEST_LINE));
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - channel.position()));
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // Reads on until the tail is whole.
            }
            List<String> lines = new String(tail.array(), StandardCharsets.UTF_8).lines().toList();
            String where = "log " + file.getFileName();
            return lines.isEmpty() ? 0
                    : new Fields(Json.parse(lines.getLast(), where), where).number("recordId", 1, Long.MAX_VALUE);
        } catch (IOException e) {
            throw Json.unreadable("log " + file.getFileName(), e);
        }
    }

    private static ObjectNode written(EventRecord record, long number) {
        ObjectNode node = Json.object().put("recordId", number).put("provider", record.provider())
                .put("id", record.eventId()).put("level", record.level()).put("time", record.time().toString());
        ObjectNode fields = node.putObject("fields");
        record.fields().forEach(fields::put);
        return node;
    }

    private Path file(String channel) throws HostException {
        if (!channel.matches("[0-9A-Za-z _/-]{1,120}")) {
            throw Json.unreadable("log '" + channel + "'", "that is no name of a channel");
        }
        return folder.resolve(channel.replace("/", "%4") + SUFFIX);
    }

    /** Walks over the lines of one file. */
    private static final class Lines implements Cursor {

        private final String channel;
        private final BufferedReader reader;

        private Lines(String channel, BufferedReader reader) {
            this.channel = channel;
            this.reader = reader;
        }

        @Override
        public Optional<EventRecord> next() throws HostException {
            if (reader == null) {
                return Optional.empty();
            }
            String line;
            try {
                line = bounded();
            } catch (IOException e) {
                throw Json.unreadable("log " + channel, e);
            }
            return line.isEmpty() ? Optional.empty() : Optional.of(record(line));
        }

        private String bounded() throws IOException {
            StringBuilder line = new StringBuilder();
            int next = reader.read();
            while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
                line.append((char) next);
                next = reader.read();
            }
            return next < 0 ? "" : line.toString();
        }

        private EventRecord record(String line) throws HostException {
            String where = "log " + channel;
            Fields fields = new Fields(Json.parse(line, where), where);
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : Fields.entries(fields.require("fields"), where).entrySet()) {
                values.put(each.getKey(), each.getValue().asText());
            }
            Instant time;
            try {
                time = Instant.parse(fields.text("time"));
            } catch (DateTimeException e) {
                throw Json.unreadable(where, "a record has a time that is none");
            }
            EventRecord record = new EventRecord(channel, fields.number("recordId", 1, Long.MAX_VALUE),
                    fields.text("provider"), (int) fields.number("id", 0, 65535), (int) fields.number("level", 0, 5),
                    time, values);
            fields.done();
            return record;
        }

        @Override
        public void close() {
            try {
                if (reader != null) {
                    reader.close();
                }
            } catch (IOException closing) {
                return;
            }
        }
    }
}
