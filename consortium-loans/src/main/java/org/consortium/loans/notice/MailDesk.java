package org.consortium.loans.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.consortium.core.card.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a reader says whether her notices come by e-mail, too; signed in, or by the address in any letter of hers. */
@Service
@Transactional
public class MailDesk {

    private final Readers readers;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailDesk(Readers readers, JdbcClient jdbc, Clock clock) {
        this.readers = readers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What she was told before she chose is not written about. */
    public void choose(long reader, MailChoice choice) {
        if (choice.wanted() && readers.required(reader).email().isEmpty()) {
            throw new Refusal(MailRefusal.MAIL_ADDRESS_MISSING);
        }
        jdbc.sql("""
                insert into mail_choice (reader, wanted, language, link, since)
                values (:reader, :wanted, :language, :link, :now)
                on conflict (reader) do update
                set wanted = excluded.wanted,
                    language = excluded.language,
                    since = case when mail_choice.wanted then mail_choice.since else excluded.since end
                """)
                .param("reader", reader)
                .param("wanted", choice.wanted())
                .param("language", "en".equals(choice.locale().getLanguage()) ? "en" : "zh")
                .param("link", Link.random().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public MailChoice of(long reader) {
        return jdbc.sql("select wanted, language from mail_choice where reader = :reader")
                .param("reader", reader)
                .query((row, n) ->
                        new MailChoice(row.getBoolean("wanted"), Locale.forLanguageTag(row.getString("language"))))
                .optional()
                .orElse(MailChoice.NONE);
    }

    /** Whether letters still come to whoever has this address. */
    @Transactional(readOnly = true)
    public boolean isWanted(Link link) {
        return jdbc.sql("select wanted from mail_choice where link = :link")
                .param("link", link.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new Refusal(MailRefusal.MAIL_LINK_NOT_FOUND));
    }

    /** No further letter; one asked for twice is ended once. */
    public void end(Link link) {
        isWanted(link);
        jdbc.sql("update mail_choice set wanted = false where link = :link")
                .param("link", link.value())
                .update();
    }
}
