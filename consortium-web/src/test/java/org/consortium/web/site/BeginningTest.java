package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class BeginningTest {

    static final String NAMED = "jdbc:postgresql://db.example/consortium";

    @TempDir
    Path home;

    @Test
    void keepsTheDemoToThisMachine() {
        var environment = new MockEnvironment().withProperty("consortium.demo", "true");

        assertThat(settled(environment)).isEqualTo(Map.of("server.address", "127.0.0.1"));
        assertThat(settled(environment.withProperty("server.address", "0.0.0.0")))
                .isEqualTo(Map.of("server.address", "127.0.0.1"));
        assertThat(settled(environment.withProperty("server.address", "127.0.0.1")))
                .isEmpty();
    }

    @Test
    void loadsNoDemoIntoANamedDatabase() {
        var environment = new MockEnvironment()
                .withProperty("consortium.demo", "true")
                .withProperty("spring.datasource.url", NAMED);

        assertThat(settled(environment)).isEqualTo(Map.of("consortium.demo", false));
    }

    @Test
    void letsEveryoneInWithoutTheDemo() {
        assertThat(settled(new MockEnvironment().withProperty("server.address", "0.0.0.0")))
                .isEmpty();
    }

    @Test
    void startsNothingOfItsOwnOnANamedDatabase() {
        var context = contextWith(new MockEnvironment()
                .withProperty("spring.datasource.url", NAMED)
                .withProperty("server.port", "0"));

        new Beginning().initialize(context);

        assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                .isEqualTo(NAMED);
        assertThat(context.getEnvironment().getProperty("consortium.home")).isEqualTo(home.toString());
        assertThat(home.resolve("uploads")).isDirectory();
        assertThat(home.resolve("postgres")).doesNotExist();
    }

    @Test
    void refusesATakenPortBeforeItStartsAnything() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var context = contextWith(new MockEnvironment()
                    .withProperty("server.address", "127.0.0.1")
                    .withProperty("server.port", Integer.toString(stranger.getLocalPort())));

            assertThatThrownBy(() -> new Beginning().initialize(context)).isInstanceOf(PortInUseException.class);
            assertThat(home).isEmptyDirectory();
        }
    }

    private static Map<String, Object> settled(MockEnvironment environment) {
        var settled = new LinkedHashMap<String, Object>();
        Beginning.settleDemo(environment, settled);
        return settled;
    }

    private GenericApplicationContext contextWith(MockEnvironment environment) {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment.withProperty("consortium.home", home.toString()));
        return context;
    }
}
