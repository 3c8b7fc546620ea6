package org.consortium.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consortium.web.WebTest;
import org.consortium.web.security.SignInThrottle.TooManyTries;
import org.consortium.web.security.SignInThrottle.Try;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class SignInThrottleTest {

    @Autowired
    SignInThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetTheTries() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void manyGuessesAtOnceAreCountedOneByOne() throws Exception {
        Callable<Boolean> guess = () -> {
            try {
                throttle.count(new Try("READER", "3301 0000 0000 1", "192.0.2.1"));
                return true;
            } catch (TooManyTries tired) {
                return false;
            }
        };
        var guessers = Executors.newFixedThreadPool(8);
        try {
            var through = 0;
            for (var answer : guessers.invokeAll(Collections.nCopies(24, guess))) {
                through += answer.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(5);
        } finally {
            guessers.shutdown();
        }
    }

    @Test
    void anAddressThatTriesManyNamesHasToWaitToo() {
        for (int i = 0; i < 50; i++) {
            throttle.count(new Try("READER", "33010000000" + i, "192.0.2.2"));
        }

        assertThatThrownBy(() -> throttle.count(new Try("READER", "3301999999999", "192.0.2.2")))
                .isInstanceOfSatisfying(
                        TooManyTries.class, tired -> assertThat(tired.minutes()).isBetween(14L, 15L));
        assertThatCode(() -> throttle.count(new Try("READER", "3301999999999", "192.0.2.3")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoWasRightBeginsAnew() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                throttle.count(new Try("STAFF", "hemin", "192.0.2.4"));
            }
            throttle.succeeded(new Try("STAFF", "HeMin ", "192.0.2.4"));
        }

        assertThatCode(() -> throttle.count(new Try("STAFF", "hemin", "192.0.2.4")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsOldIsForgotten() {
        jdbc.sql("insert into sign_in_failure (who, at) values ('old', now() - interval '1 hour')")
                .update();

        throttle.count(new Try("STAFF", "hemin", "192.0.2.5"));

        assertThat(jdbc.sql("select count(*) from sign_in_failure where who = 'old'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
