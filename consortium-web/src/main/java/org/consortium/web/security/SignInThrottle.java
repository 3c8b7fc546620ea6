package org.consortium.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.consortium.core.member.ApiToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses: five wrong tries for one name or fifty from one address in a quarter of an hour, then a pause until the first
 * of them is a quarter of an hour old. Names and addresses are kept as hashes, and no longer than that.
 */
@Component
@Transactional
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_FOR_A_NAME = 5;
    private static final int TRIES_FROM_AN_ADDRESS = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One try, counted as failed until {@link #succeeded}; refused while too many are on record, and then not counted. */
    void count(Try attempt) {
        var now = clock.instant();
        forgetBefore(now.minus(WINDOW));
        mustHaveTriesLeft(attempt.nameHash(), TRIES_FOR_A_NAME, now);
        mustHaveTriesLeft(attempt.addressHash(), TRIES_FROM_AN_ADDRESS, now);
        note(attempt.nameHash(), now);
        note(attempt.addressHash(), now);
    }

    private void forgetBefore(Instant start) {
        jdbc.sql("delete from sign_in_failure where at < :start")
                .param("start", utc(start))
                .update();
    }

    private void mustHaveTriesLeft(String who, int most, Instant now) {
        // one try after the other, or many at once would all be counted as the first
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))")
                .param("who", who)
                .query()
                .listOfRows();
        List<OffsetDateTime> tries = jdbc.sql("""
                select at
                from sign_in_failure
                where who = :who
                order by at desc
                limit :most
                """)
                .param("who", who)
                .param("most", most)
                .query(OffsetDateTime.class)
                .list();
        if (tries.size() == most) {
            var free = tries.get(most - 1).toInstant().plus(WINDOW);
            throw new TooManyTries(Duration.between(now, free));
        }
    }

    private void note(String who, Instant at) {
        jdbc.sql("insert into sign_in_failure (who, at) values (:who, :at)")
                .param("who", who)
                .param("at", utc(at))
                .update();
    }

    void succeeded(Try attempt) {
        jdbc.sql("delete from sign_in_failure where who = :who")
                .param("who", attempt.nameHash())
                .update();
        jdbc.sql("""
                delete from sign_in_failure
                where ctid = (select ctid from sign_in_failure where who = :who order by at desc limit 1)
                """).param("who", attempt.addressHash()).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Somebody at an address tries to be somebody; spaces and dashes in a name make no other name. */
    record Try(String kind, String name, String address) {

        private String nameHash() {
            return ApiToken.hashOf(
                    kind + ":" + name.replaceAll("[\\s\\p{Pd}]", "").toLowerCase(Locale.ROOT));
        }

        private String addressHash() {
            return ApiToken.hashOf("address:" + address);
        }
    }

    /** There were too many wrong tries: come back later. */
    static class TooManyTries extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Duration wait;

        TooManyTries(Duration wait) {
            super("Too many wrong tries");
            this.wait = wait;
        }

        long seconds() {
            return Math.max(1, wait.toSeconds());
        }

        long minutes() {
            return Math.max(1, (wait.toSeconds() + 59) / 60);
        }
    }
}
