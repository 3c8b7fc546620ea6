package org.consortium.loans.transit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.loan.Transit;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way to and from a library's branches (在途), and the manifest that goes with each box (交接单). */
@Component
@Transactional(readOnly = true)
public class TransitBoard {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    TransitBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One copy on its way.
     *
     * @param owner the library it belongs to
     * @param request the request it travels for, where there is one
     */
    public record Row(
            Barcode barcode,
            String title,
            String callNumber,
            Label owner,
            BranchCode fromCode,
            Label from,
            BranchCode toCode,
            Label to,
            Transit.Purpose purpose,
            Optional<RequestNumber> request,
            Instant sentAt) {}

    /** Everything in one box: from one branch to another. */
    public record Manifest(BranchCode toCode, Label to, String courier, List<Row> rows) {}

    /** What will come to this library's branches, longest on its way first. */
    public List<Row> arriving(LibraryCode library) {
        return rows("t.to_branch in (select code from branch where library = :where)", library.value());
    }

    /** What has left this branch and has not arrived, by destination. */
    public List<Manifest> leaving(BranchCode branch) {
        var courier = jdbc.sql("select courier from branch where code = :branch")
                .param("branch", branch.value())
                .query(String.class)
                .optional()
                .orElse("");
        var rows = rows("t.from_branch = :where", branch.value());
        return rows.stream()
                .map(Row::toCode)
                .distinct()
                .map(to -> rows.stream().filter(row -> row.toCode().equals(to)).toList())
                .map(box -> new Manifest(box.get(0).toCode(), box.get(0).to(), courier, box))
                .toList();
    }

    private List<Row> rows(String condition, String where) {
        return jdbc.sql("""
                select c.barcode, u.title, c.call_number, o.name_zh as owner_zh, o.name_en as owner_en,
                  t.from_branch, f.name_zh as from_zh, f.name_en as from_en,
                  t.to_branch, d.name_zh as to_zh, d.name_en as to_en, t.purpose, a.request, t.sent_at
                from transit t
                join copy c on c.id = t.copy
                join union_record u on u.id = c.record
                join library o on o.code = c.library
                join branch f on f.code = t.from_branch
                join branch d on d.code = t.to_branch
                left join attempt_going a on a.copy = c.id
                where t.arrived_at is null and %s
                order by t.sent_at, c.barcode
                limit :most
                """.formatted(condition))
                .param("where", where)
                .param("most", MOST)
                .query(TransitBoard::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Barcode(row.getString("barcode")),
                row.getString("title"),
                row.getString("call_number"),
                new Label(row.getString("owner_zh"), row.getString("owner_en")),
                new BranchCode(row.getString("from_branch")),
                new Label(row.getString("from_zh"), row.getString("from_en")),
                new BranchCode(row.getString("to_branch")),
                new Label(row.getString("to_zh"), row.getString("to_en")),
                Transit.Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getString("request")).map(RequestNumber::new),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
