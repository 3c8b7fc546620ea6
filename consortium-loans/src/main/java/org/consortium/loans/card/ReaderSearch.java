package org.consortium.loans.card;

import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Paged;
import org.consortium.core.Typed;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds readers of one library for its own staff: by name, alias, the end of a telephone number, the beginning of a card's number. */
@Component
@Transactional(readOnly = true)
public class ReaderSearch {

    private static final int SHORTEST_PHONE = 4;

    private final JdbcClient jdbc;

    ReaderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One reader.
     *
     * @param card the one in use, where there is one
     * @param expires the last day of that card
     * @param loans how many copies she has in hand
     */
    public record Row(
            String alias,
            String name,
            ReaderClass readerClass,
            Optional<CardNumber> card,
            Optional<LocalDate> expires,
            Optional<LocalDate> blockedUntil,
            int loans) {

        public boolean isBlockedOn(LocalDate day) {
            return blockedUntil.filter(until -> !day.isAfter(until)).isPresent();
        }

        public boolean isExpiredOn(LocalDate day) {
            return expires.filter(day::isAfter).isPresent();
        }
    }

    /** By name; all of them, those who joined last first, where nothing is asked. */
    public Paged<Row> find(LibraryCode home, String text, int page, int size) {
        var typed = text == null ? "" : Typed.narrow(text);
        var digits = typed.replaceAll("[\\s-]", "");
        var from = """
                from reader r
                left join reader_card c on c.reader = r.id and c.status = 'IN_USE'
                where r.home_library = :home
                  and (:text = '' or r.name ilike :within or r.alias = upper(:text)
                    or length(:digits) >= :shortest and replace(r.phone, ' ', '') like :ends
                    or exists (select 1 from reader_card a where a.reader = r.id and a.number like :begins))
                """;
        long total = asked(jdbc.sql("select count(*) " + from), home, typed, digits)
                .query(Long.class)
                .single();
        var rows = asked(jdbc.sql("""
                select r.alias, r.name, r.reader_class, c.number, c.expires_on, r.blocked_until,
                  (select count(*) from loan l where l.reader = r.id and l.back_at is null) as loans
                """ + from + """
                order by case when :text = '' then r.joined_on end desc, r.name, r.id desc
                limit :size offset :skip
                """), home, typed, digits)
                .param("size", Math.min(size, Paged.LARGEST))
                .param("skip", (long) page * size)
                .query((row, n) -> new Row(
                        row.getString("alias"),
                        row.getString("name"),
                        ReaderClass.valueOf(row.getString("reader_class")),
                        Optional.ofNullable(row.getString("number")).map(CardNumber::new),
                        Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("blocked_until", LocalDate.class)),
                        row.getInt("loans")))
                .list();
        return new Paged<>(rows, total, page, size);
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec question, LibraryCode home, String typed, String digits) {
        return question.param("home", home.value())
                .param("text", typed)
                .param("within", "%" + literally(typed) + "%")
                .param("digits", digits.matches("\\d+") ? digits : "")
                .param("shortest", SHORTEST_PHONE)
                .param("ends", "%" + literally(digits))
                .param("begins", literally(digits) + "%");
    }

    /** As it stands, also where it looks like a pattern. */
    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
