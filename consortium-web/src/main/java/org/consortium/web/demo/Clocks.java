package org.consortium.web.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock everything reads: the machine's, which only a demonstration can turn back. */
@Configuration
class Clocks {

    @Bean
    @ConditionalOnProperty(name = "consortium.demo", havingValue = "false", matchIfMissing = true)
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
    TurnableClock turnableClock() {
        return new TurnableClock(Clock.systemUTC());
    }
}
