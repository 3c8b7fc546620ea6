package org.consortium.web;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Opens visits to the program under test, by name where somebody of the {@link SmallWorld} comes. */
@TestComponent
public class Visits {

    private final Environment environment;

    Visits(Environment environment) {
        this.environment = environment;
    }

    public Visit ofStranger() {
        return new Visit("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    public Visit ofReader(String card) {
        return ofStranger().signedInAs("reader", card, SmallWorld.PIN);
    }

    public Visit ofStaff(String login) {
        return ofStranger().signedInAs("staff", login, SmallWorld.PASSWORD);
    }

    public Visit ofProgram(String token) {
        return ofStranger().withToken(token);
    }
}
