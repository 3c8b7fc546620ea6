package org.consortium.web.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, the way a person starts it. */
final class RunningProgram implements AutoCloseable {

    private static final Path JAR = Path.of("target", "consortium.jar").toAbsolutePath();
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;
    private final int port;

    private RunningProgram(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static RunningProgram start(Path home, int port) throws IOException {
        return start(home, port, Path.of(System.getProperty("java.home")), Map.of());
    }

    static RunningProgram start(Path home, int port, Path jdk, Map<String, String> variables) throws IOException {
        var log = Files.createTempFile(home.getParent(), "program", ".log");
        var builder = new ProcessBuilder(
                        jdk.resolve("bin/java").toString(), "-Xmx512m", QUICK_START, "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|SERVER|CONSORTIUM)_.*"));
        builder.environment().put("CONSORTIUM_HOME", home.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(variables);
        return new RunningProgram(builder.start(), log, port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    RunningProgram untilItServes() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!serves()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("The program does not serve:\n" + log());
            }
            Thread.sleep(100);
        }
        return this;
    }

    private boolean serves() throws InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(health, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for the program to end by itself and gives its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program does not end");
        }
        return process.exitValue();
    }

    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** What {@code kill -9} does: no hook of the program runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
