package org.consortium.core.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a home to one running program; the operating system gives it back even when the program is killed. */
final class HomeLock implements AutoCloseable {

    /** Far behind the text, so that another process can still read on Windows who holds the lock. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock of(Path home) throws IOException {
        var file = home.resolve("consortium.lock");
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw taken(home, file);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
            return new HomeLock(channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(home, file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DatabaseNotStarted taken(Path home, Path file) throws IOException {
        return new DatabaseNotStarted(
                "Another Consortium (process %s) already works in %s: stop it, or set CONSORTIUM_HOME to another directory."
                        .formatted(Files.readString(file).strip(), home));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
