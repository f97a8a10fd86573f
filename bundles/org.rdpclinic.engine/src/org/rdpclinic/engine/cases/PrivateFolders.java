// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes folders that nobody else can look into: mode 700 on POSIX; Windows' data folder of the user is private. */
final class PrivateFolders {

    private PrivateFolders() {
    }

    /** Makes a folder and those above it, as far as they are missing. */
    static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes());
        }
    }

    /** Makes a folder that must not exist yet. */
    static void createNew(Path folder) throws IOException {
        Files.createDirectory(folder, attributes());
    }

    private static FileAttribute<?>[] attributes() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) };
    }
}
