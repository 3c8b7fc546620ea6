package org.consortium.web.desk;

import java.time.LocalDate;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.Typed;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.ItemClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a library owns and where it is: its copies in the order of the shelves. */
@Component
class OwnCopies {

    private final JdbcClient jdbc;

    OwnCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One copy; {@code due} while it is on loan. */
    record Row(
            String record,
            String title,
            String byline,
            String barcode,
            String callNumber,
            String shelf,
            Label branch,
            ItemClass itemClass,
            CopyStatus status,
            LocalDate due) {}

    /** {@code text} is the beginning of a barcode or call number, or part of a title; empty for all. */
    Paged<Row> find(LibraryCode library, String text, int page, int size) {
        var from = """
                from copy c
                join union_record u on u.id = c.record
                join branch b on b.code = c.branch
                left join loan l on l.copy = c.id and l.back_at is null
                where c.library = :library and c.status <> 'WITHDRAWN'
                  and (:text = '' or c.barcode ilike :begins or c.call_number ilike :begins or u.title ilike :within)
                """;
        var typed = Typed.narrow(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        long total = jdbc.sql("select count(*) " + from)
                .param("library", library.value())
                .param("text", typed)
                .param("begins", typed + "%")
                .param("within", "%" + typed + "%")
                .query(Long.class)
                .single();
        var rows = jdbc.sql(
                        """
                select c.record, u.title, u.byline, c.barcode, c.call_number, c.shelf, b.name_zh, b.name_en,
                       c.item_class, c.status, l.due_on
                """ + from + " order by c.branch, c.shelf, c.call_number, c.barcode limit :size offset :skip")
                .param("library", library.value())
                .param("text", typed)
                .param("begins", typed + "%")
                .param("within", "%" + typed + "%")
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, number) -> new Row(
                        row.getString("record"),
                        row.getString("title"),
                        row.getString("byline"),
                        row.getString("barcode"),
                        row.getString("call_number"),
                        row.getString("shelf"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        ItemClass.valueOf(row.getString("item_class")),
                        CopyStatus.valueOf(row.getString("status")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        return new Paged<>(rows, total, page, size);
    }
}
