package org.consortium.catalog.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a batch of copies, one statement for those that are new and one for those that are there. */
@Component
class CopyTable {

    private final JdbcClient jdbc;

    CopyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A copy that already has the barcode.
     *
     * @param abandoned it is withdrawn, and so is the record it belonged to
     */
    record Existing(long contribution, BranchCode branch, boolean abandoned) {

        /** A title catalogued anew under another number takes its copies along. */
        boolean mayGoTo(long other) {
            return contribution == other || abandoned;
        }
    }

    Map<Barcode, Existing> existing(LibraryCode library, Collection<Barcode> barcodes) {
        Map<Barcode, Existing> found = new HashMap<>();
        jdbc.sql("""
                select p.barcode, p.contribution, p.branch, p.status = 'WITHDRAWN' and c.withdrawn as abandoned
                from unnest(:barcodes) as asked (barcode)
                cross join lateral (
                  select * from copy where barcode = asked.barcode and library = :library limit 1) p
                join contribution c on c.id = p.contribution
                """)
                .param("library", library.value())
                .param("barcodes", barcodes.stream().map(Barcode::value).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new Barcode(row.getString("barcode")),
                            new Existing(
                                    row.getLong("contribution"),
                                    new BranchCode(row.getString("branch")),
                                    row.getBoolean("abandoned")));
                });
        return found;
    }

    /** @return how many came; one whose barcode somebody gave away in this very moment does not */
    int insert(LibraryCode library, List<NewCopy> copies, LocalDate today, Instant at) {
        if (copies.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                insert into copy (contribution, record, library, branch, barcode, call_number, shelf, item_class,
                                  item_code, in_library_only, status, status_since, at_branch, price, currency,
                                  acquired_on, version)
                select contribution, record, :library, branch, barcode, call_number, shelf, item_class,
                       code, false, 'ON_SHELF', :at, branch, price, currency, :today, 0
                from unnest(:contributions, :records, :branches, :barcodes, :callNumbers, :shelves, :classes, :codes,
                            :prices, :currencies)
                  as n (contribution, record, branch, barcode, call_number, shelf, item_class, code, price, currency)
                on conflict (library, barcode) do nothing
                """)
                .params(columns(copies, at))
                .param("library", library.value())
                .param("today", today)
                .update();
    }

    /**
     * What the record says of a copy is brought up to date; where the copy is and who has it is nobody's business but
     * the desk's. Only what was withdrawn together with its record comes back with it.
     */
    void update(LibraryCode library, List<NewCopy> copies, Instant at) {
        if (copies.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update copy p
                set contribution = n.contribution, record = n.record, call_number = n.call_number, shelf = n.shelf,
                    item_class = case when p.item_code = n.code then p.item_class else n.item_class end,
                    item_code = n.code, price = coalesce(n.price, p.price), currency = coalesce(n.currency, p.currency),
                    branch = case when p.status in ('ON_SHELF', 'WITHDRAWN') then n.branch else p.branch end,
                    at_branch = case when p.status in ('ON_SHELF', 'WITHDRAWN') and p.at_branch = p.branch then n.branch
                                     else p.at_branch end,
                    status = case when n.back then 'ON_SHELF' else p.status end,
                    status_since = case when n.back then :at else p.status_since end,
                    version = p.version + 1
                from (
                  select u.*, existing.id,
                         existing.status = 'WITHDRAWN' and (u.came_back or existing.contribution <> u.contribution) as back
                  from unnest(:contributions, :records, :branches, :barcodes, :callNumbers, :shelves, :classes, :codes,
                              :prices, :currencies, :cameBack)
                    as u (contribution, record, branch, barcode, call_number, shelf, item_class, code, price, currency,
                          came_back)
                  join copy existing on existing.library = :library and existing.barcode = u.barcode) n
                where p.id = n.id
                  and (n.back
                       or (p.contribution, p.record, p.call_number, p.shelf, p.item_code, p.branch)
                          is distinct from (n.contribution, n.record, n.call_number, n.shelf, n.code, n.branch)
                       or n.price is not null and (p.price, p.currency) is distinct from (n.price, n.currency))
                """)
                .params(columns(copies, at))
                .param("library", library.value())
                .param(
                        "cameBack",
                        copies.stream()
                                .map(copy -> copy.contribution().comesBack())
                                .toArray(Boolean[]::new))
                .update();
    }

    private static Map<String, Object> columns(List<NewCopy> copies, Instant at) {
        Map<String, Object> columns = new HashMap<>();
        columns.put(
                "contributions",
                copies.stream().map(copy -> copy.contribution().id()).toArray(Long[]::new));
        columns.put(
                "records", texts(copies, copy -> copy.contribution().record().value()));
        columns.put("branches", texts(copies, copy -> copy.branch().value()));
        columns.put("barcodes", texts(copies, copy -> copy.barcode().value()));
        columns.put("callNumbers", texts(copies, NewCopy::callNumber));
        columns.put("shelves", texts(copies, NewCopy::shelf));
        columns.put("classes", texts(copies, copy -> copy.itemClass().name()));
        columns.put("codes", texts(copies, NewCopy::code));
        columns.put(
                "prices",
                copies.stream()
                        .map(copy -> copy.price() == null ? null : copy.price().minorUnits())
                        .toArray(Long[]::new));
        columns.put(
                "currencies",
                texts(copies, copy -> copy.price() == null ? null : copy.price().currency()));
        columns.put("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        return columns;
    }

    private static String[] texts(List<NewCopy> copies, Function<NewCopy, String> column) {
        return copies.stream().map(column).toArray(String[]::new);
    }

    /** Copies that are out stay as they are, so that they can come home. */
    Map<Long, Integer> withdraw(List<Long> contributions, Instant at) {
        var ids = contributions.toArray(Long[]::new);
        jdbc.sql("""
                update copy p set status = 'WITHDRAWN', status_since = :at, version = p.version + 1
                from contribution c
                where c.id = any (:ids) and p.record = c.record and p.contribution = c.id
                  and p.status in ('ON_SHELF', 'MISSING', 'LOST')
                """)
                .param("ids", ids)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        Map<Long, Integer> out = new HashMap<>();
        jdbc.sql("""
                select c.id as contribution, count(*) as copies
                from contribution c join copy p on p.record = c.record and p.contribution = c.id
                where c.id = any (:ids) and p.status <> 'WITHDRAWN'
                group by c.id
                """).param("ids", ids).query(row -> {
            out.put(row.getLong("contribution"), row.getInt("copies"));
        });
        return out;
    }
}
