package org.consortium.core.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl} as a user PostgreSQL accepts. */
final class PostgresTools {

    private static final long PATIENCE_IN_SECONDS = 180;

    private final Path binaries;
    private final Path workingDirectory;
    private final Unprivileged way;

    PostgresTools(Path binaries, Path workingDirectory, Unprivileged way) {
        this.binaries = binaries;
        this.workingDirectory = workingDirectory;
        this.way = way;
    }

    /** Gives what the tool wrote when it failed, and null when it did its work. */
    String complaintOf(String tool, String... arguments) throws IOException {
        // Into a file: a server started by pg_ctl would keep a pipe open for as long as it runs
        var output = workingDirectory.resolve(tool + ".log");
        var process = builder(tool, arguments)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "%s gave no answer within %d seconds".formatted(tool, PATIENCE_IN_SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return tool + " was interrupted";
        }
        return process.exitValue() == 0 ? null : read(output);
    }

    private ProcessBuilder builder(String tool, String... arguments) {
        var command = new ArrayList<>(way.prefix());
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // A server that meets an unknown locale in its environment refuses to start on macOS
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static String read(Path log) throws IOException {
        return new String(Files.readAllBytes(log), Charset.defaultCharset()).strip();
    }
}
