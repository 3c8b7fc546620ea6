package org.consortium.web.site;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where the program can be reached, and every {@link Announcement}, as the last thing of a start. */
@Component
class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private final Environment environment;
    private final ObjectProvider<Announcement> announcements;

    Announcer(Environment environment, ObjectProvider<Announcement> announcements) {
        this.environment = environment;
        this.announcements = announcements;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce() {
        var lines = new ArrayList<>(List.of("Consortium is ready at " + address()));
        announcements.orderedStream().map(Announcement::lines).forEach(lines::addAll);
        log.info("\n\n    {}\n", String.join("\n    ", lines));
    }

    private String address() {
        var host = environment.getProperty("server.address", EVERY_ADDRESS);
        return "http://%s:%s/"
                .formatted(
                        host.equals(EVERY_ADDRESS) ? "localhost" : host, environment.getProperty("local.server.port"));
    }
}
