package org.consortium.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.ItemClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The four tables of policy as they stand. They are small and read whole. */
@Component
public class PolicyBook {

    private final JdbcClient jdbc;

    PolicyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Recognition> recognitions() {
        return jdbc.sql("select * from recognition order by id")
                .query((row, n) -> new Recognition(
                        row.getLong("id"),
                        new Scope(row.getString("home")),
                        new Scope(row.getString("owner")),
                        Recognition.Grade.valueOf(row.getString("grade")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("agreement")))
                .list();
    }

    public List<LendingTerms> terms() {
        return jdbc.sql("select * from lending_terms order by id")
                .query((row, n) -> new LendingTerms(
                        row.getLong("id"),
                        new Scope(row.getString("owner")),
                        item(row.getString("item_class")),
                        reader(row.getString("reader_class")),
                        row.getObject("visiting", Boolean.class),
                        row.getInt("loan_days"),
                        row.getInt("renewals"),
                        row.getInt("renewal_days"),
                        row.getInt("grace_days"),
                        row.getInt("shelf_days"),
                        row.getBoolean("requestable"),
                        row.getBoolean("in_library_only")))
                .list();
    }

    public List<Limit> limits() {
        return jdbc.sql("select * from lending_limit order by id")
                .query((row, n) -> new Limit(
                        row.getLong("id"),
                        Limit.Kind.valueOf(row.getString("kind")),
                        new Scope(row.getString("owner")),
                        item(row.getString("item_class")),
                        reader(row.getString("reader_class")),
                        row.getInt("most")))
                .list();
    }

    public List<Priority> priorities() {
        return jdbc.sql("select * from priority order by owner")
                .query((row, n) -> new Priority(
                        new Scope(row.getString("owner")),
                        row.getInt("own_first_days"),
                        row.getInt("keep_copies"),
                        row.getObject("daily_cap", Integer.class),
                        row.getObject("paused_from", LocalDate.class),
                        row.getObject("paused_until", LocalDate.class)))
                .list();
    }

    /** The groups each library belongs to, by their codes. */
    public Map<LibraryCode, List<String>> groups() {
        return jdbc
                .sql("select library, library_group from library_group_member order by library, library_group")
                .query((row, n) -> Map.entry(new LibraryCode(row.getString("library")), row.getString("library_group")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ItemClass item(String name) {
        return name == null ? null : ItemClass.valueOf(name);
    }

    private static ReaderClass reader(String name) {
        return name == null ? null : ReaderClass.valueOf(name);
    }
}
