package org.consortium.catalog.search;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.search.RecordPage.BranchHolding;
import org.consortium.catalog.search.RecordPage.Contributor;
import org.consortium.catalog.search.RecordPage.CopyLine;
import org.consortium.catalog.search.RecordPage.LibraryHolding;
import org.consortium.catalog.search.RecordPage.Shelf;
import org.consortium.core.Refusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of one record shows, from the database as it is this moment. */
@Service
public class RecordView {

    private final UnionRecords records;
    private final Contributions contributions;
    private final Libraries libraries;
    private final Branches branches;
    private final JdbcClient jdbc;

    RecordView(
            UnionRecords records,
            Contributions contributions,
            Libraries libraries,
            Branches branches,
            JdbcClient jdbc) {
        this.records = records;
        this.contributions = contributions;
        this.libraries = libraries;
        this.branches = branches;
        this.jdbc = jdbc;
    }

    public RecordPage record(RecordId id) {
        return record(id, null);
    }

    /** @param from the branch the reader goes to, so that the nearest copies come first; null where it is not known */
    @Transactional(readOnly = true)
    public RecordPage record(RecordId id, BranchCode from) {
        var record = records.required(id);
        var said = contributions.of(record.id());
        if (said.isEmpty()) {
            throw new Refusal(UnionRefusal.RECORD_NOT_FOUND, id);
        }
        var copies = copies(record.id());
        var members = members(said, copies);
        return new RecordPage(
                record,
                said.get(0).description(),
                contributors(said, members),
                holdings(said, copies, members, from),
                waiting(record.id()));
    }

    private record CopyRow(
            LibraryCode library,
            BranchCode branch,
            String callNumber,
            String shelf,
            boolean withdrawn,
            CopyLine line) {}

    private List<CopyRow> copies(RecordId record) {
        return jdbc.sql("""
                        select c.library, c.branch, c.call_number, c.shelf, c.barcode, c.item_class, c.in_library_only,
                               c.status, c.status_since, l.due_on
                          from copy c
                          left join loan l on l.copy = c.id and l.back_at is null
                         where c.record = :record
                         order by c.library, c.branch, c.call_number, c.shelf, c.barcode
                        """)
                .param("record", record.value())
                .query(RecordView::copy)
                .list();
    }

    private static CopyRow copy(ResultSet row, int number) throws SQLException {
        var status = CopyStatus.valueOf(row.getString("status"));
        return new CopyRow(
                new LibraryCode(row.getString("library")),
                new BranchCode(row.getString("branch")),
                row.getString("call_number"),
                row.getString("shelf"),
                status == CopyStatus.WITHDRAWN,
                new CopyLine(
                        new Barcode(row.getString("barcode")),
                        ItemClass.valueOf(row.getString("item_class")),
                        row.getBoolean("in_library_only"),
                        status,
                        row.getObject("status_since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))));
    }

    private Map<LibraryCode, Library> members(List<Contribution> said, List<CopyRow> copies) {
        var codes = new HashSet<String>();
        said.forEach(contribution -> codes.add(contribution.library().value()));
        copies.forEach(copy -> codes.add(copy.library().value()));
        return libraries.findAllById(codes).stream().collect(Collectors.toMap(Library::code, Function.identity()));
    }

    private static List<Contributor> contributors(List<Contribution> said, Map<LibraryCode, Library> members) {
        var elected = said.get(0);
        return said.stream()
                .map(contribution -> new Contributor(
                        contribution.id(),
                        contribution.library(),
                        members.get(contribution.library()).name(),
                        contribution.controlNumber(),
                        contribution.changedAt(),
                        contribution.equals(elected)))
                .toList();
    }

    private List<LibraryHolding> holdings(
            List<Contribution> said, List<CopyRow> copies, Map<LibraryCode, Library> members, BranchCode from) {
        var standing = copies.stream().filter(copy -> !copy.withdrawn()).toList();
        var places = places(standing, from);
        var here = from == null ? null : places.get(from);
        var holdings = new ArrayList<LibraryHolding>();
        standing.stream()
                .collect(groupingBy(CopyRow::library, LinkedHashMap::new, toList()))
                .forEach((library, rows) ->
                        holdings.add(holding(members.get(library), branchHoldings(rows, places, here))));
        withoutCopies(said, copies).forEach(library -> holdings.add(holding(members.get(library), List.of())));
        holdings.sort(bestFirst());
        return holdings;
    }

    /** Libraries that say they hold the record and have never told of copies. */
    private static Set<LibraryCode> withoutCopies(List<Contribution> said, List<CopyRow> copies) {
        var saying = said.stream().map(Contribution::library).collect(Collectors.toSet());
        copies.forEach(copy -> saying.remove(copy.library()));
        return saying;
    }

    private Map<BranchCode, Branch> places(List<CopyRow> copies, BranchCode from) {
        var codes = copies.stream().map(copy -> copy.branch().value()).collect(Collectors.toSet());
        if (from != null) {
            codes.add(from.value());
        }
        return branches.findAllById(codes).stream().collect(Collectors.toMap(Branch::code, Function.identity()));
    }

    private static LibraryHolding holding(Library library, List<BranchHolding> at) {
        return new LibraryHolding(library.code(), library.name(), library.takesPart(), at);
    }

    private static List<BranchHolding> branchHoldings(List<CopyRow> rows, Map<BranchCode, Branch> places, Branch here) {
        return rows.stream().collect(groupingBy(CopyRow::branch, LinkedHashMap::new, toList())).values().stream()
                .map(of -> {
                    var branch = places.get(of.get(0).branch());
                    var kilometres = here == null ? Optional.<Double>empty() : here.kilometresTo(branch);
                    return new BranchHolding(branch.code(), branch.name(), kilometres, shelves(of));
                })
                .sorted(comparing(branch -> branch.kilometres().orElse(Double.MAX_VALUE)))
                .toList();
    }

    private record Place(String callNumber, String shelf) {}

    private static List<Shelf> shelves(List<CopyRow> rows) {
        var shelves = rows.stream()
                .collect(groupingBy(
                        row -> new Place(row.callNumber(), row.shelf()),
                        LinkedHashMap::new,
                        mapping(CopyRow::line, toList())));
        return shelves.entrySet().stream()
                .map(entry ->
                        new Shelf(entry.getKey().callNumber(), entry.getKey().shelf(), entry.getValue()))
                .toList();
    }

    /** Nearest first where the way is known, else those where it is in. */
    private static Comparator<LibraryHolding> bestFirst() {
        return comparing((LibraryHolding holding) -> holding.kilometres().orElse(Double.MAX_VALUE))
                .thenComparing(holding -> holding.onShelf() == 0)
                .thenComparing(holding -> holding.copies() == 0)
                .thenComparing(holding -> holding.library().value());
    }

    private int waiting(RecordId record) {
        return jdbc.sql("""
                        select count(*)
                          from request
                         where record = :record
                           and phase in ('SUBMITTED', 'REVIEW', 'SEEKING')
                        """)
                .param("record", record.value())
                .query(Integer.class)
                .single();
    }
}
