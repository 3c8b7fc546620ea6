package org.consortium.loans.transit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.loan.Transit;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.loans.routing.Timetable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way to and from a library's branches (在途), and the manifest that goes with each box (交接单). */
@Component
@Transactional(readOnly = true)
public class TransitBoard {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Branches branches;
    private final Clock clock;

    TransitBoard(JdbcClient jdbc, Branches branches, Clock clock) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.clock = clock;
    }

    /**
     * One copy on its way.
     *
     * @param owner the library it belongs to
     * @param request the request it travels for, where there is one
     * @param sentOn the day it left, where it left
     * @param expected the day it should be there, by the van and the calendar of the branch it goes to
     * @param overdue that day is over
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
            Instant sentAt,
            LocalDate sentOn,
            LocalDate expected,
            boolean overdue) {}

    /**
     * Everything between two branches.
     *
     * @param courier when the van calls at the first, as people say it
     * @param since the day the first of them left, or may have left
     */
    public record Manifest(
            BranchCode fromCode,
            Label from,
            BranchCode toCode,
            Label to,
            String courier,
            LocalDate since,
            List<Row> rows) {

        public long overdue() {
            return rows.stream().filter(Row::overdue).count();
        }
    }

    /** What will come to this library's branches, longest on its way first. */
    public List<Row> arriving(LibraryCode library) {
        return rows("d.library = :library", library);
    }

    /** What has left this library's branches and has not arrived, by the way it goes. */
    public List<Manifest> leaving(LibraryCode library) {
        return rows("f.library = :library", library).stream()
                .collect(Collectors.groupingBy(row -> row.fromCode() + " " + row.toCode()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(way -> manifest(way.getValue()))
                .toList();
    }

    private Manifest manifest(List<Row> box) {
        var first = box.get(0);
        var courier = branches.required(first.fromCode()).place().courier();
        return new Manifest(first.fromCode(), first.from(), first.toCode(), first.to(), courier, first.sentOn(), box);
    }

    /**
     * What left one branch of this library for another branch and is still on its way.
     *
     * @param since the first day it may have left; without one the last day on which something did, which is what waits for the van
     */
    public Manifest manifest(BranchCode from, BranchCode to, Optional<LocalDate> since, LibraryCode library) {
        var here = branches.required(from, library);
        var there = branches.required(to);
        var onWay = rows("f.library = :library", library).stream()
                .filter(row -> row.fromCode().equals(from) && row.toCode().equals(to))
                .toList();
        var first = since.or(() -> onWay.stream().map(Row::sentOn).max(Comparator.naturalOrder()))
                .orElseGet(() -> here.today(clock.instant()));
        var box = onWay.stream().filter(row -> !row.sentOn().isBefore(first)).toList();
        return new Manifest(from, here.name(), to, there.name(), here.place().courier(), first, box);
    }

    private List<Row> rows(String condition, LibraryCode library) {
        var rows = jdbc.sql("""
                select c.barcode, u.title, c.call_number, o.name_zh as owner_zh, o.name_en as owner_en,
                  t.from_branch, t.to_branch, t.purpose, a.request, t.sent_at
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
                .param("library", library.value())
                .param("most", MOST)
                .query(TransitBoard::bare)
                .list();
        var codes = rows.stream()
                .flatMap(row -> List.of(row.from(), row.to()).stream())
                .distinct()
                .toList();
        var ends = branches.withCalendars(codes).stream()
                .collect(Collectors.toMap(branch -> branch.code().value(), Function.identity()));
        var now = clock.instant();
        return rows.stream()
                .map(row -> whole(row, ends.get(row.from()), ends.get(row.to()), now))
                .toList();
    }

    private record Bare(
            Barcode barcode,
            String title,
            String callNumber,
            Label owner,
            String from,
            String to,
            Transit.Purpose purpose,
            Optional<RequestNumber> request,
            Instant sentAt) {}

    private static Bare bare(ResultSet row, int number) throws SQLException {
        return new Bare(
                new Barcode(row.getString("barcode")),
                row.getString("title"),
                row.getString("call_number"),
                new Label(row.getString("owner_zh"), row.getString("owner_en")),
                row.getString("from_branch"),
                row.getString("to_branch"),
                Transit.Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getString("request")).map(RequestNumber::new),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static Row whole(Bare row, Branch from, Branch to, Instant now) {
        var expected = Timetable.arrival(to, row.sentAt());
        return new Row(
                row.barcode(),
                row.title(),
                row.callNumber(),
                row.owner(),
                from.code(),
                from.name(),
                to.code(),
                to.name(),
                row.purpose(),
                row.request(),
                row.sentAt(),
                from.today(row.sentAt()),
                expected,
                to.today(now).isAfter(expected));
    }
}
