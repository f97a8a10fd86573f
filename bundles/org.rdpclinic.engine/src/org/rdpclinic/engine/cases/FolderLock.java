// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A lock on a folder, across processes and threads. It is tried for two seconds, which is far more than the writing of
 * a case takes. The operating system lets go of it when the process dies.
 */
final class FolderLock implements AutoCloseable {

    private static final int TRIES = 100;
    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or throws a {@link LockedException}. */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (int i = 0; i < TRIES; i++) {
                FileLock lock = tryLock(channel);
                if (lock != null) {
                    return new FolderLock(channel);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new LockedException(folder);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Somebody else holds the lock. */
    static final class LockedException extends IOException {

        private static final long serialVersionUID = 1L;

        LockedException(Path folder) {
            super("another clinic is writing in " + folder + "; try again when it has ended.");
        }
    }
}
