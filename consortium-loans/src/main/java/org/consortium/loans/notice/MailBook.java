package org.consortium.loans.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consortium.core.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters to readers who want their notices by e-mail, too: several notices make one letter. A letter is taken, marked and only
 * then handed over; what becomes of it stands in {@link MailMove}.
 */
@Component
@Transactional
public class MailBook {

    private static final int MOST_TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(15);
    /** Old news are in the account. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final ReaderNotices notices;
    private final JdbcClient jdbc;

    MailBook(ReaderNotices notices, JdbcClient jdbc) {
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /**
     * A letter to be sent.
     *
     * @param to her address as she gave it
     * @param link by which she ends further ones
     */
    public record Letter(long id, String to, Locale locale, Link link, List<ReaderNotices.Row> notices) {}

    /** Makes a letter for everybody who wants letters and has not seen what she was told. */
    public void gather(Instant now) {
        jdbc.sql("""
                with fresh as (
                  select n.id, n.reader
                  from notice n
                  join mail_choice c on c.reader = n.reader
                  join reader r on r.id = n.reader
                  left join saved_search s on s.id = n.search
                  where n.mail is null
                    and n.seen_at is null
                    and n.made_at >= :since
                    and n.made_at >= c.since
                    and c.wanted
                    and r.email <> ''
                    and s.taken_at is null
                ), letter as (
                  insert into mail (reader, state, made_at, next_at)
                  select distinct reader, 'WAITING', cast(:now as timestamptz), cast(:now as timestamptz) from fresh
                  returning id, reader
                )
                update notice n set mail = l.id
                from fresh f
                join letter l on l.reader = f.reader
                where n.id = f.id and n.mail is null
                """)
                .param("since", utc(now.minus(FRESH)))
                .param("now", utc(now))
                .update();
    }

    /** The next letter that is due, marked as being sent; several nodes take each another. */
    public Optional<Letter> take(Instant now) {
        var taken = jdbc.sql("""
                update mail set state = :to, tries = tries + 1, taken_at = :now
                where id = (
                  select id from mail
                  where state = :from and next_at <= :now
                  order by next_at, id
                  limit 1
                  for update skip locked)
                returning id
                """)
                .param("from", MailMove.TAKE.from().name())
                .param("to", MailMove.TAKE.to().name())
                .param("now", utc(now))
                .query(Long.class)
                .optional();
        return taken.map(this::letter);
    }

    private Letter letter(long id) {
        return jdbc.sql("""
                select r.email, c.language, c.link
                from mail m
                join reader r on r.id = m.reader
                join mail_choice c on c.reader = m.reader
                where m.id = :id and c.wanted and r.email <> ''
                """)
                .param("id", id)
                .query((row, n) -> new Letter(
                        id,
                        row.getString("email"),
                        Locale.forLanguageTag(row.getString("language")),
                        new Link(row.getString("link")),
                        notices.ofMail(id)))
                .optional()
                .orElseGet(() -> new Letter(id, "", Locale.CHINESE, Link.random(), List.of()));
    }

    public void sent(long letter, Instant now) {
        move(letter, MailMove.SEND, now);
        jdbc.sql("update notice set sent_at = :now where mail = :letter")
                .param("now", utc(now))
                .param("letter", letter)
                .update();
    }

    public void dropped(long letter, Instant now) {
        move(letter, MailMove.DROP, now);
    }

    /** Waits twice as long each time, and not for ever. */
    public void failed(long letter, Instant now) {
        int tries = jdbc.sql("select tries from mail where id = :letter")
                .param("letter", letter)
                .query(Integer.class)
                .single();
        var next = now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(tries, MOST_TRIES)));
        move(letter, tries < MOST_TRIES ? MailMove.PUT_BACK : MailMove.GIVE_UP, next);
    }

    private void move(long letter, MailMove move, Instant next) {
        jdbc.sql("update mail set state = :to, next_at = :next where id = :letter and state = :from")
                .param("to", move.to().name())
                .param("from", move.from().name())
                .param("next", utc(next))
                .param("letter", letter)
                .update();
    }

    /** Whatever was being sent when a process died. */
    public void lose(Instant now) {
        jdbc.sql("update mail set state = :to where state = :from and taken_at < :before")
                .param("to", MailMove.LOSE.to().name())
                .param("from", MailMove.LOSE.from().name())
                .param("before", utc(now.minus(LONGEST_SENDING)))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
