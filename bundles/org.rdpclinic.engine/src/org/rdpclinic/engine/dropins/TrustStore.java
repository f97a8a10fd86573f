// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which bundle files their user trusts, by the SHA-256 of their content. A file of lines like those of
 * {@code sha256sum}, which only its owner can read and write (mode 600 on POSIX).
 */
public final class TrustStore {

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int HASH_LENGTH = 64;
    private static final String GAP = "  ";

    private final Path file;

    /** Over a file, which may not exist yet. */
    public TrustStore(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * The hashes that are trusted, by the file names under which they were.
     *
     * @throws IOException with a sentence when the file cannot be read, or others can write to it
     */
    public Map<String, String> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
            throw new IOException("Others than its owner can write to " + file + ", so nothing in it counts.");
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches("[0-9a-f]{" + HASH_LENGTH + "}  .+")) {
                hashes.put(line.substring(HASH_LENGTH + GAP.length()), line.substring(0, HASH_LENGTH));
            }
        }
        return hashes;
    }

    /** Trusts a content under a file name, in place of what was trusted under that name. */
    public void trust(String name, String sha256) throws IOException {
        change(hashes -> {
            hashes.remove(name);
            hashes.put(name, sha256);
        });
    }

    /** Trusts nothing under a file name any longer, and this content under no name. */
    public void distrust(String name, String sha256) throws IOException {
        change(hashes -> {
            hashes.remove(name);
            hashes.values().removeIf(sha256::equals);
        });
    }

    private void change(Consumer<Map<String, String>> edit) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(folder)) {
            if (posix) {
                Files.createDirectories(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        try (FileChannel lock = FileChannel.open(folder.resolve(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Map<String, String> hashes = new LinkedHashMap<>(read());
            edit.accept(hashes);
            // A temporary file is its owner's alone from the start.
            Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
            try {
                Files.write(temporary, hashes.entrySet().stream().map(e -> e.getValue() + GAP + e.getKey()).toList());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
