package org.consortium;

import org.consortium.web.site.Beginning;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform a region's libraries run on together: one program, pages and API. */
@SpringBootApplication
@EnableScheduling
public class ConsortiumApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(ConsortiumApplication.class);
        application.addInitializers(new Beginning());
        application.run(args);
    }
}
