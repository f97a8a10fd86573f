// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rdpclinic.api.host.Files;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.lab.internal.state.AccessLists.Access;

/**
 * The files below {@code C:\ProgramData}, mirrored in a folder of that name, and {@code files.json} with owner and DACL
 * of each. A file is there when the mirror has it; the nearest folder's DACL stands in for a missing one.
 */
public final class FilesFolder implements Files {

    private static final String ROOT = "C:\\ProgramData";

    private final Path host;
    private final Path file;

    /** Over the folder of a host. */
    public FilesFolder(Path host) {
        this.host = host;
        this.file = host.resolve("files.json");
    }

    @Override
    public Optional<FileInfo> find(String path) throws HostException {
        Optional<Path> mirrored = mirror(path);
        if (mirrored.isEmpty() || !java.nio.file.Files.isRegularFile(mirrored.get())) {
            return Optional.empty();
        }
        Access access = access(path);
        try {
            return Optional.of(new FileInfo(path, java.nio.file.Files.size(mirrored.get()), access.owner(),
                    access.entries()));
        } catch (IOException e) {
            throw Json.unreadable("file " + path, e);
        }
    }

    /** The bytes of a file, if it is there; larger ones than the lab makes are refused. */
    public Optional<byte[]> read(String path) throws HostException {
        Optional<Path> mirrored = mirror(path);
        try {
            if (mirrored.isEmpty() || !java.nio.file.Files.isRegularFile(mirrored.get())) {
                return Optional.empty();
            }
            if (java.nio.file.Files.size(mirrored.get()) > Json.MAX_SIZE) {
                throw Json.unreadable("file " + path, "it is larger than 4 MiB");
            }
            return Optional.of(java.nio.file.Files.readAllBytes(mirrored.get()));
        } catch (IOException e) {
            throw Json.unreadable("file " + path, e);
        }
    }

    /** Writes a file with its owner and DACL. */
    public void write(String path, byte[] bytes, Access access) throws HostException {
        Path target = host;
        for (String part : parts(path)) {
            target = target.resolve(part);
        }
        try {
            java.nio.file.Files.createDirectories(target.getParent());
            java.nio.file.Files.write(target, bytes);
        } catch (IOException e) {
            throw Json.unwritable(target, e);
        }
        setAccess(path, access);
    }

    /** Deletes a file, if it is there. */
    public void delete(String path) throws HostException {
        Optional<Path> mirrored = mirror(path);
        if (mirrored.isPresent()) {
            try {
                java.nio.file.Files.delete(mirrored.get());
            } catch (IOException e) {
                throw Json.unwritable(mirrored.get(), e);
            }
        }
    }

    /** Sets owner and DACL of a file or folder. */
    public void setAccess(String path, Access access) throws HostException {
        ObjectNode all = Json.readObject(file);
        Fields.entries(all, "files.json").keySet().stream().filter(path::equalsIgnoreCase).forEach(all::remove);
        all.set(path, AccessLists.written(access));
        Json.write(file, all);
    }

    private Access access(String path) throws HostException {
        Map<String, JsonNode> all = Fields.entries(Json.read(file), "files.json");
        String at = path;
        while (at.indexOf('\\') >= 0) {
            for (Map.Entry<String, JsonNode> entry : all.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(at)) {
                    return AccessLists.read(entry.getValue(), "files.json, " + entry.getKey());
                }
            }
            at = at.substring(0, at.lastIndexOf('\\'));
        }
        throw Json.unreadable("files.json", "neither " + path + " nor a folder above it has an owner");
    }

    private Optional<Path> mirror(String path) throws HostException {
        Path at = host;
        for (String part : parts(path)) {
            Optional<Path> next = child(at, part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private static String[] parts(String path) throws HostException {
        if (!path.regionMatches(true, 0, ROOT + "\\", 0, ROOT.length() + 1)) {
            return new String[] {"no-such-file"};
        }
        String[] parts = path.substring(3).split("\\\\");
        for (String part : parts) {
            if (part.isEmpty() || part.startsWith(".") || part.indexOf('/') >= 0) {
                throw Json.unreadable("path '" + path + "'", "it is no plain Windows path");
            }
        }
        return parts;
    }

    private static Optional<Path> child(Path folder, String name) throws HostException {
        Path exact = folder.resolve(name);
        if (java.nio.file.Files.exists(exact)) {
            return Optional.of(exact);
        }
        if (!java.nio.file.Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> children = java.nio.file.Files.newDirectoryStream(folder)) {
            for (Path each : children) {
                if (each.getFileName().toString().equalsIgnoreCase(name)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Json.unreadable("folder " + folder, e);
        }
    }
}
