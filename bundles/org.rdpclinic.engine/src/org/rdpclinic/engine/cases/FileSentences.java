// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What went wrong with a file, as the end of a sentence for the user. */
final class FileSentences {

    private FileSentences() {
    }

    static String of(IOException e) {
        if (e instanceof FolderLock.LockedException) {
            return e.getMessage();
        }
        String reason = e instanceof FileSystemException system && system.getReason() != null ? system.getReason()
                : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full.";
        }
        if (e instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "access is denied.";
        }
        if (lower.contains("read-only file system")) {
            return "the disk is read-only.";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there.";
        }
        if (e instanceof FileAlreadyExistsException || lower.contains("not a directory")) {
            return "a file lies where a folder is due.";
        }
        return reason.isBlank() ? "the system gives no reason." : reason + ".";
    }
}
