// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The folder of dropins with what is trusted in it. It only looks; safe for use by several threads. */
final class DropinFolder {

    private static final String ENDING = ".jar";

    private final Path folder;
    private final TrustStore trust;
    private Map<Path, Read> reads = new HashMap<>();

    /** A file that was read, so that it is read again only when it looks different. */
    private record Read(long size, FileTime modified, String sha256, Optional<BundleDescription> description,
            String wrong) {
    }

    DropinFolder(Path folder, TrustStore trust) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.trust = Objects.requireNonNull(trust, "trust");
    }

    Path path() {
        return folder;
    }

    TrustStore trust() {
        return trust;
    }

    /** The bundle files that are there now, by name. */
    synchronized List<Dropin> look() {
        Map<Path, Read> now = new HashMap<>();
        List<Dropin> found = new ArrayList<>();
        List<Path> files = files();
        if (!files.isEmpty()) {
            Map<String, String> trusted = Map.of();
            String untrusted = "";
            try {
                trusted = trust.read();
            } catch (IOException e) {
                untrusted = "What was trusted cannot be told: " + sentence(e);
            }
            for (Path file : files) {
                Read read = read(file);
                now.put(file, read);
                found.add(dropin(file.getFileName().toString(), read, trusted, untrusted));
            }
        }
        reads = now;
        return found;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                String name = file.getFileName().toString();
                // A name with a line feed in it could say what it likes in the file of what is trusted.
                if (name.toLowerCase(Locale.ROOT).endsWith(ENDING) && name.chars().noneMatch(Character::isISOControl)) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            // A folder that cannot be read holds nothing that could be used.
            return List.of();
        }
        files.sort(null);
        return files;
    }

    private Read read(Path file) {
        try {
            long size = Files.size(file);
            FileTime modified = Files.getLastModifiedTime(file);
            Read known = reads.get(file);
            if (known != null && known.size == size && known.modified.equals(modified)) {
                return known;
            }
            String before = Sha256.of(file);
            try {
                BundleDescription description = BundleDescription.read(file);
                return before.equals(Sha256.of(file)) ? new Read(size, modified, before, Optional.of(description), "")
                        : new Read(-1, modified, "", Optional.empty(), "It is being written.");
            } catch (BundleDescription.BrokenException e) {
                return new Read(size, modified, before, Optional.empty(), e.getMessage());
            }
        } catch (IOException e) {
            return new Read(-1, FileTime.fromMillis(0), "", Optional.empty(), "It cannot be read.");
        }
    }

    private static Dropin dropin(String file, Read read, Map<String, String> trusted, String untrusted) {
        if (read.description.isEmpty()) {
            return new Dropin(file, Dropin.State.BROKEN, read.wrong, read.sha256, "", "", List.of());
        }
        BundleDescription description = read.description.get();
        Dropin.State state = Dropin.State.UNTRUSTED;
        String reason = "It waits until it is trusted: ./clinic bundles trust " + file + ".";
        if (trusted.containsValue(read.sha256)) {
            state = Dropin.State.TRUSTED;
            reason = "";
        } else if (trusted.containsKey(file)) {
            state = Dropin.State.CHANGED;
            reason = "It was changed since it was trusted, and waits until it is trusted again: ./clinic bundles trust "
                    + file + ".";
        } else if (!untrusted.isEmpty()) {
            reason = untrusted;
        }
        return new Dropin(file, state, reason, read.sha256, description.name(), description.version(),
                description.contributes());
    }

    private static String sentence(IOException e) {
        String message = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }
}
