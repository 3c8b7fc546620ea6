package org.consortium.core.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server of an earlier run that was killed before it could stop its database; known by the {@code postmaster.pid} it left. */
final class LeftOverServer {

    private static final long PATIENCE_IN_MILLISECONDS = TimeUnit.SECONDS.toMillis(20);

    private final Path pidFile;
    private final Path programs;

    /** @param programs where the PostgreSQL programs of this home lie: a process from elsewhere is none of ours */
    LeftOverServer(Path data, Path programs) {
        this.pidFile = data.resolve("postmaster.pid");
        this.programs = programs;
    }

    boolean runs() throws IOException {
        return process().filter(this::isOurs).isPresent();
    }

    /**
     * The number in the file may belong to a stranger, after the machine or its container restarted, or to a server that has ended and
     * nobody has taken leave of yet. PostgreSQL would wait for either to go. Only when nothing of this home's PostgreSQL lives is the
     * file taken away; every doubtful case is left to PostgreSQL.
     */
    void forgetWhenItServesNoMore() throws IOException, InterruptedException {
        waitForOrphans();
        var gone = process().filter(process -> isStranger(process) || hasEnded(process));
        if (gone.isPresent() && ourProcesses() == 0) {
            Files.deleteIfExists(pidFile);
        }
    }

    private static boolean isStranger(ProcessHandle process) {
        return process.info().command().filter(command -> !isPostgres(command)).isPresent();
    }

    /** On Linux a process that has ended keeps its number until its parent asks how it ended. */
    private static boolean hasEnded(ProcessHandle process) {
        try {
            var state = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())), ISO_8859_1);
            return state.substring(state.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return !process.isAlive();
        }
    }

    /** A killed server's children notice it within moments and hold its shared memory until then. */
    private void waitForOrphans() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_IN_MILLISECONDS);
        while (ourProcesses() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }

    private long ourProcesses() {
        return ProcessHandle.allProcesses().filter(this::isOurs).count();
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        // The file's second line is a path in whatever encoding the system has; only the first, a number, matters here
        try (var lines = Files.lines(pidFile, ISO_8859_1)) {
            return lines.findFirst().map(String::strip).flatMap(LeftOverServer::process);
        }
    }

    private static Optional<ProcessHandle> process(String number) {
        try {
            return ProcessHandle.of(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> isPostgres(command) && Path.of(command).startsWith(programs))
                .isPresent();
    }

    private static boolean isPostgres(String command) {
        var name = Path.of(command).getFileName().toString();
        return name.equals("postgres") || name.equals("postgres.exe");
    }
}
