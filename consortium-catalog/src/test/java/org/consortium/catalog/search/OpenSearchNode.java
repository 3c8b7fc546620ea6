package org.consortium.catalog.search;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One OpenSearch node in a JVM of its own, for all tests that ask for it; it ends with them. It needs Java 21. */
final class OpenSearchNode {

    private static final Logger log = LoggerFactory.getLogger(OpenSearchNode.class);
    private static final Path HERE = Path.of("src/test/opensearch");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int OLDEST_JAVA = 21;
    private static final int LONGEST_WAY = 300;
    private static final Optional<String> ADDRESS = start();

    private OpenSearchNode() {}

    static boolean isThere() {
        return ADDRESS.isPresent();
    }

    static String address() {
        return ADDRESS.orElseThrow();
    }

    private static Optional<String> start() {
        var jdk = jdk();
        if (jdk.isEmpty()) {
            log.warn("Not run on OpenSearch: no JDK {} or newer was found", OLDEST_JAVA);
            return Optional.empty();
        }
        try {
            var work = Files.createDirectories(Path.of("target/opensearch")).toAbsolutePath();
            return run(jdk.get(), classPath(work), work);
        } catch (IOException | InterruptedException unable) {
            log.warn("Not run on OpenSearch: {}", unable.toString());
            return Optional.empty();
        }
    }

    /** The node's own class path, which is not ours: asked of Maven, without the network first. */
    private static String classPath(Path work) throws IOException, InterruptedException {
        var file = work.resolve("class-path");
        for (var way : new String[] {"-o", "-U"}) {
            if (!Files.exists(file)) {
                var maven = new ProcessBuilder(
                                maven(),
                                way,
                                "-q",
                                "-f",
                                HERE.resolve("pom.xml").toString(),
                                "dependency:build-classpath",
                                "-Dmdep.outputFile=" + file)
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("maven.log").toFile())
                        .start();
                maven.waitFor(LONGEST_WAY, TimeUnit.SECONDS);
            }
        }
        return Files.readString(file);
    }

    private static String maven() {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var home = System.getenv("MAVEN_HOME");
        var name = windows ? "mvn.cmd" : "mvn";
        return home == null ? name : Path.of(home, "bin", name).toString();
    }

    private static Optional<String> run(Path jdk, String classPath, Path work)
            throws IOException, InterruptedException {
        int port = freePort();
        var data = Files.createTempDirectory(work, "node-");
        var node = new ProcessBuilder(
                        jdk.resolve("bin/java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath,
                        HERE.resolve("Node.java").toString(),
                        data.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("node.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
        for (int second = 0; second < LONGEST_WAY && node.isAlive(); second++) {
            if (Files.readString(work.resolve("node.log")).contains("ready")) {
                return Optional.of("http://localhost:" + port);
            }
            Thread.sleep(1_000);
        }
        node.destroy();
        log.warn("Not run on OpenSearch: the node did not come up, see {}", work.resolve("node.log"));
        return Optional.empty();
    }

    private static int freePort() throws IOException {
        for (int port = 9210; port < 9299; port++) {
            try (var free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                log.debug("Port {} is taken", port);
            }
        }
        throw new IOException("No free port for a node");
    }

    private static Optional<Path> jdk() {
        var named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
        return Stream.of(
                        named,
                        inside("/usr/lib/jvm"),
                        inside("/Library/Java/JavaVirtualMachines").map(jdk -> jdk.resolve("Contents/Home")))
                .flatMap(jdks -> jdks)
                .filter(jdk -> version(jdk) >= OLDEST_JAVA)
                .max(Comparator.comparingInt(OpenSearchNode::version));
    }

    private static Stream<Path> inside(String directory) {
        var jdks = Path.of(directory).toFile().listFiles();
        return jdks == null ? Stream.empty() : Arrays.stream(jdks).map(jdk -> jdk.toPath());
    }

    private static int version(Path jdk) {
        try {
            var found = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        } catch (IOException none) {
            return 0;
        }
    }
}
