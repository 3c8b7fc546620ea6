package org.consortium.web.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consortium.core.database.ConsortiumHome;
import org.consortium.core.database.DatabaseNotStarted;
import org.consortium.core.database.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * What has to be settled before anything else is made: that the port is free, where the data live, and which database it is. Without
 * {@code SPRING_DATASOURCE_URL} that is the embedded one, stopped when the application has closed and nobody needs it any more.
 */
public final class Beginning implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(Beginning.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERY_ADDRESS = "0.0.0.0";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settled = new LinkedHashMap<String, Object>();
        environment.getPropertySources().addFirst(new MapPropertySource("beginning", settled));

        var home = ConsortiumHome.of(environment.getProperty("consortium.home"));
        settled.put("consortium.home", home.toString());
        settleDemo(environment, settled);
        refuseAPortThatIsTaken(environment);
        if (!namesADatabase(environment)) {
            startDatabase(home, settled);
        }
        makeRoomForUploads(home);
    }

    /** The demo world has logins that everybody can read: it belongs neither into a real database nor into a network. */
    static void settleDemo(Environment environment, Map<String, Object> settled) {
        if (!environment.getProperty("consortium.demo", Boolean.class, false)) {
            return;
        }
        if (namesADatabase(environment)) {
            log.warn(
                    "CONSORTIUM_DEMO is ignored: the demo world is never loaded into the database of SPRING_DATASOURCE_URL");
            settled.put("consortium.demo", false);
            return;
        }
        if (!LOOPBACK.equals(environment.getProperty("server.address"))) {
            log.warn("SERVER_ADDRESS is ignored: the demo world listens on {} only", LOOPBACK);
            settled.put("server.address", LOOPBACK);
        }
    }

    private static boolean namesADatabase(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    /** The server itself would notice only seconds later, with the database started in vain. */
    private static void refuseAPortThatIsTaken(Environment environment) {
        var port = environment.getProperty("server.port", Integer.class, 8080);
        var address = new InetSocketAddress(environment.getProperty("server.address", EVERY_ADDRESS), port);
        if (port <= 0 || !isOfThisMachine(address.getAddress())) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException e) {
            throw new PortInUseException(port, e);
        }
    }

    /** Only such an address says something about the port; that any other cannot be used, the server will say. */
    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address != null
                    && (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null);
        } catch (SocketException e) {
            return false;
        }
    }

    private static void startDatabase(Path home, Map<String, Object> settled) {
        var database = EmbeddedPostgres.start(home);
        SpringApplication.getShutdownHandlers().add(database::close);
        settled.put("spring.datasource.url", database.url());
        settled.put("spring.datasource.username", database.username());
        settled.put("spring.datasource.password", database.password());
    }

    private static void makeRoomForUploads(Path home) {
        try {
            Files.createDirectories(home.resolve("uploads"));
        } catch (IOException e) {
            throw new DatabaseNotStarted(
                    "The directory %s cannot be written to: set CONSORTIUM_HOME to another one.".formatted(home), e);
        }
    }
}
